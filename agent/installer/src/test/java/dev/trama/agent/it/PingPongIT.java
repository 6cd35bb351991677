package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.Await;
import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wakers are right also when they come while their target is still about to park. */
class PingPongIT {
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void eachIsWokenByTheOther(int carriers, @TempDir Path directory) throws Exception {
    EndedJvm ended =
        ChildJvm.running(PingPongProgram.class, directory)
            .carriers(carriers)
            .traced()
            .run()
            .succeeded();
    Traced traced = ended.recording().whole();
    Map<String, Long> ids =
        ended
            .out()
            .lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(it -> it[0], it -> Long.valueOf(it[1])));

    woken(carriers, traced, "ping-virtual", ids.get("pong-virtual"));
    woken(carriers, traced, "pong-virtual", ids.get("ping-virtual"));
    woken(carriers, traced, "ping-mixed", ids.get("pong-mixed"));
  }

  private static void woken(int carriers, Traced traced, String name, long other) {
    List<Await> awaits = traced.awaitsOf(name);
    assertThat(awaits).isNotEmpty().allMatch(await -> await.waker() == other || await.waker() == 0);
    long unknown = awaits.stream().filter(await -> await.waker() == 0).count();
    System.out.printf(
        "%s, %d carriers: %d awaits, %d wakers unknown%n", name, carriers, awaits.size(), unknown);
    assertThat(unknown).isLessThan(awaits.size());
    assertThat(traced.completeness().wakerUnknown()).isGreaterThanOrEqualTo(unknown);
  }
}

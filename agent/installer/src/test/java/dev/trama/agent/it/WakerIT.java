package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.Await;
import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Traced;
import dev.trama.agent.child.Unpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each await names its waker, in whatever order wakers come. */
class WakerIT {
  private static Traced traced;
  private static Map<Integer, Long> wakers;

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    EndedJvm ended =
        ChildJvm.running(WakerProgram.class, directory).carriers(1).traced().run().succeeded();
    traced = ended.recording().whole();
    wakers =
        ended
            .out()
            .lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(it -> Integer.valueOf(it[0]), it -> Long.valueOf(it[1])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double-unpark",
        "unpark-before-timeout",
        "unpark-by-virtual",
        "unpark-then-interrupt",
        "interrupt",
        "interrupt-then-unpark"
      })
  void theFirstToWake_isTheWaker(String name) {
    List<Await> awaits = traced.awaitsOf(name);
    assertThat(awaits).hasSize(WakerProgram.ROUNDS);
    for (Await await : awaits) {
      assertThat(await.waker()).as("%s", await).isEqualTo(wakers.get(await.awaitableId()));
      assertThat(await.timedOut()).as("%s", await).isFalse();
      assertThat(await.interrupted()).as("%s", await).isEqualTo(name.startsWith("interrupt"));
      assertThat(await.resumeLatency()).as("%s", await).isPositive();
    }
  }

  /** Of the wake-ups of one place the first have an event of their own, with the waker's stack. */
  @ParameterizedTest
  @ValueSource(strings = {"double-unpark", "unpark-by-virtual", "interrupt-then-unpark"})
  void firstWakers_areRecordedWithTheirPlace_andEachOnce(String name) {
    int recorded = 0;
    for (Await await : traced.awaitsOf(name)) {
      List<Unpark> edges = traced.unparksOf(await.thread());
      assertThat(edges).as("edges to %s", await).hasSizeLessThan(2);
      for (Unpark edge : edges) {
        recorded++;
        assertThat(edge.waker()).isEqualTo(await.waker());
        assertThat(edge.interrupt()).isEqualTo(name.startsWith("interrupt"));
        assertThat(edge.frames()).isNotEmpty();
      }
    }
    assertThat(recorded).isPositive();
  }

  @Test
  void permitBeforeThePark_isNoAwait() {
    assertThat(traced.awaitsOf("permit-before-park"))
        .noneMatch(await -> await.awaitable().equals("java.lang.String"));
  }
}

package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Spawn;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each virtual thread has one birth: its parent, its place, its container. */
class SpawnIT {
  private static Traced traced;
  private static final Map<String, Long> IDS = new HashMap<>();

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    EndedJvm ended =
        ChildJvm.running(SpawnProgram.class, directory).traced("stacks=all").run().succeeded();
    traced = ended.recording().whole();
    ended.out().lines().map(it -> it.split(" ")).forEach(it -> IDS.put(it[0], Long.valueOf(it[1])));
  }

  @Test
  void platformParent() {
    Spawn spawn = born("by-builder");
    assertThat(spawn.name()).isEqualTo("by-builder");
    assertThat(spawn.parent()).isEqualTo(IDS.get("main"));
    assertThat(spawn.container()).isEmpty();
    assertThat(spawn.frames())
        .contains(
            SpawnProgram.class.getName() + ".started", SpawnProgram.class.getName() + ".main");
  }

  @Test
  void virtualParent() {
    assertThat(born("nested").parent()).isEqualTo(IDS.get("parent"));
    assertThat(born("parent").parent()).isEqualTo(IDS.get("main"));
  }

  @Test
  void threadWithoutName() {
    assertThat(born("unnamed").name()).isEmpty();
    assertThat(born("unnamed").frames()).contains(SpawnProgram.class.getName() + ".unnamed");
  }

  @Test
  void startThatIsRefused_isNoBirth() {
    assertThat(IDS).containsKey("refused");
    assertThat(born("twice").parent()).isEqualTo(IDS.get("main"));
  }

  @Test
  void executor_isTheContainerOfItsThreads() {
    List<Spawn> pooled =
        traced.spawns().stream().filter(spawn -> spawn.name().startsWith("pooled-")).toList();
    assertThat(pooled).hasSize(SpawnProgram.SUBMITTED);
    assertThat(pooled)
        .allMatch(spawn -> spawn.container().contains("ThreadPerTaskExecutor"))
        .extracting(Spawn::container)
        .containsOnly(pooled.getFirst().container());
  }

  @Test
  void eachThreadThatStarted_wasBornBefore() {
    assertThat(traced.spawns()).hasSize(traced.count("jdk.VirtualThreadStart"));
    assertThat(traced.count("jdk.VirtualThreadEnd"))
        .isEqualTo(traced.count("jdk.VirtualThreadStart"));
  }

  private static Spawn born(String what) {
    List<Spawn> births =
        traced.spawns().stream().filter(spawn -> spawn.child() == IDS.get(what)).toList();
    assertThat(births).as("births of %s", what).hasSize(1);
    return births.getFirst();
  }
}

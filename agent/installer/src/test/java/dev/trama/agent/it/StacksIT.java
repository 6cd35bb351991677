package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.Await;
import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.MonitorAwait;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each await has its stack, recognised by its fingerprint, and none is another's: here every stack
 * that is recognised is walked as well and compared.
 */
class StacksIT {
  private static final String TASK = StacksProgram.class.getName() + ".task";
  private static final String[] VERIFY_ALL = {"-Ddev.trama.verifyOneIn=1"};

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseG1GC",
        "-XX:+UseG1GC -Xmx64m",
        "-XX:+UseParallelGC -Xmx64m",
        "-XX:+UseSerialGC -Xmx64m",
        "-XX:+UseZGC",
        "-XX:+UseShenandoahGC",
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation",
        "-XX:-UseCompressedOops",
        "-XX:-SegmentedCodeCache",
        "-XX:+UseCompactObjectHeaders"
      })
  void everyAwaitHasItsStack(String flags) throws Exception {
    EndedJvm ended = run(flags, 120, 300);
    Assumptions.assumeTrue(
        ended.status() == 0 || !ended.err().contains("Unrecognized VM option"),
        "this JVM has no " + flags);
    Traced traced = ended.succeeded().recording().whole();
    assertThat(ended.agentLines()).noneMatch(line -> line.contains("cannot be recognised"));
    assertRecognised(traced);
  }

  private EndedJvm run(String flags, int rounds, int depth) throws Exception {
    return ChildJvm.running(StacksProgram.class, directory)
        .flags(VERIFY_ALL)
        .flags("-XX:+IgnoreUnrecognizedVMOptions")
        .flags(flags.split(" "))
        .arguments(rounds, depth)
        .traced("budget=100")
        .run();
  }

  private static void assertRecognised(Traced traced) {
    assertThat(traced.completeness().withoutStack()).as("awaits without stack").isZero();
    List<List<String>> stacks = new ArrayList<>();
    traced.awaits().stream().map(Await::frames).forEach(stacks::add);
    traced.monitorAwaits().stream().map(MonitorAwait::frames).forEach(stacks::add);
    assertThat(stacks).hasSizeGreaterThan(StacksProgram.TASKS);
    for (List<String> stack : stacks) {
      assertThat(stack).isNotEmpty();
    }
    assertThat(
            traced.awaits().stream()
                .filter(await -> await.frames().stream().anyMatch(TASK::equals))
                .count())
        .as("awaits below the task's method")
        .isGreaterThan(traced.awaits().size() * 9L / 10);
  }

  /** Stacks of more than one chunk, and deeper than a walk goes. */
  @Test
  void deepRecursion() throws Exception {
    Traced traced = run("-Xss8m", 20, 6_000).succeeded().recording().whole();
    assertThat(traced.completeness().stackMismatches()).isZero();
    assertThat(traced.awaits()).isNotEmpty().noneMatch(await -> await.frames().isEmpty());
  }

  /** The locals that the woven class keeps are in its stack maps: the JVM's verifier accepts it. */
  @Test
  void wovenClass_passesTheVerifier() throws Exception {
    EndedJvm ended =
        ChildJvm.running(StacksProgram.class, directory)
            .flags("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal")
            .arguments(5, 10)
            .traced()
            .run()
            .succeeded();
    assertThat(ended.recording().awaits()).isNotEmpty();
  }

  /** With JFR's own stacks each await carries one; with none, none does. */
  @ParameterizedTest
  @ValueSource(strings = {"jfr", "none"})
  void otherWays(String stacks) throws Exception {
    Traced traced =
        ChildJvm.running(StacksProgram.class, directory)
            .arguments(20, 20)
            .traced("stacks=" + stacks)
            .run()
            .succeeded()
            .recording();
    assertThat(traced.awaits())
        .isNotEmpty()
        .allMatch(await -> await.frames().isEmpty() == stacks.equals("none"));
  }

  /**
   * A stack is written again in each chunk, so that what is left of a ring names its own. While a
   * chunk begins, and until the agent says so in it, an await may name a stack of the one before.
   */
  @Test
  void everyChunk_hasTheStacksThatItsAwaitsName() throws Exception {
    EndedJvm ended =
        ChildJvm.running(StacksProgram.class, directory)
            .flags("-XX:FlightRecorderOptions:maxchunksize=1m")
            .arguments(2_500, 4)
            .traced()
            .run()
            .succeeded();
    assertThat(ended.recording().awaits()).noneMatch(await -> await.frames().isEmpty());
    List<Path> chunks = Chunks.split(ended.recordingFile().orElseThrow(), directory);
    assertThat(chunks).hasSizeGreaterThan(1);
    for (Path chunk : chunks) {
      Traced traced = Traced.readAny(chunk);
      assertThat(traced.awaits())
          .as("in %s", chunk)
          .filteredOn(await -> await.end().isAfter(traced.chunkBegan()))
          .noneMatch(await -> await.frames().isEmpty());
    }
  }

  @Test
  void whereStacksCannotBeRecognised_theAgentSaysSo_andWalks() throws Exception {
    EndedJvm ended =
        ChildJvm.running(StacksProgram.class, directory)
            .flags("-Dos.arch=riscv64")
            .arguments(10, 10)
            .traced()
            .run()
            .succeeded();
    assertThat(ended.agentLines())
        .anyMatch(line -> line.contains("frames of riscv64 are not known"));
    assertThat(ended.recording().awaits())
        .anyMatch(await -> Arrays.asList(await.frames().toArray()).contains(TASK));
  }
}

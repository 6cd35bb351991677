package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;

/**
 * What must hold for a program that runs out of memory or stack: it catches its own error and goes
 * on as without the agent. The probes have nothing left either; they may miss awaits, and then say
 * how many.
 */
final class Exhausted {
  private Exhausted() {}

  static void of(String what, Path directory, String... flags) throws Exception {
    EndedJvm ended =
        ChildJvm.running(ErrorsProgram.class, directory)
            .flags(flags)
            .arguments(what)
            .traced()
            .run()
            .succeeded();
    assertThat(ended.out().lines().filter(line -> !line.contains("[jfr")))
        .as("what the application printed, without JFR's own complaints of the heap")
        .containsExactly("caught " + ErrorsProgram.THREADS, "done");
    Traced traced = Traced.readAny(ended.recordingFile().orElseThrow());
    assertThat(traced.awaitsOf("later"))
        .hasSize(ErrorsProgram.LATER_SLEEPS)
        .allMatch(await -> await.kind().equals("sleep") && await.waker() == 0)
        .anyMatch(await -> await.timedOut());
    assertThat(traced.completeness().lost()).isZero();
    long failures = traced.completeness().failures();
    System.out.printf("out of %s: %d probe failures%n", what, failures);
    assertThat(ended.agentLines()).hasSize(failures == 0 ? 1 : 2);
  }
}

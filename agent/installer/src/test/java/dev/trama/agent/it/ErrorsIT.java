package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where an application has no memory or no stack left, the probes have none either. They may miss
 * awaits then, and say how many; the application catches its own error and goes on.
 */
class ErrorsIT {
  @ParameterizedTest
  @CsvSource({"memory, -Xmx48m", "stack, -XX:MaxJavaStackTraceDepth=64"})
  void applicationCatchesItsErrorAndGoesOn(String what, String flag, @TempDir Path directory)
      throws Exception {
    EndedJvm ended =
        ChildJvm.running(ErrorsProgram.class, directory)
            .flags(flag)
            .arguments(what)
            .traced()
            .run()
            .succeeded();
    assertThat(ended.out()).isEqualTo("caught " + ErrorsProgram.THREADS + "\ndone\n");
    Traced traced = Traced.readAny(ended.recordingFile().orElseThrow());
    assertThat(traced.awaitsOf("later"))
        .hasSize(ErrorsProgram.LATER_SLEEPS)
        .allMatch(await -> await.kind().equals("sleep") && await.timedOut());
    assertThat(traced.completeness().lost()).isZero();
    long failures = traced.completeness().failures();
    System.out.printf("out of %s: %d probe failures%n", what, failures);
    assertThat(ended.agentLines()).hasSize(failures == 0 ? 1 : 2);
  }
}

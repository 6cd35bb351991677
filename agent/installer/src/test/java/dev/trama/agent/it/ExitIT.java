package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a program ends, it ends as without the agent, and its recording is complete. */
class ExitIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"normally, 0", "exit, 3", "exit-in-virtual, 3", "exception, 1"})
  void recordingIsWhole(String way, int status) throws Exception {
    EndedJvm ended = ChildJvm.running(ExitProgram.class, directory).arguments(way).traced().run();
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEqualTo("slept 20\n");
    assertThat(ended.agentLines()).hasSize(1).first().asString().startsWith("recording to ");
    assertThat(ended.recording().awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
  }

  @Test
  void uncaughtException_isStillReported() throws Exception {
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory).arguments("exception").traced().run();
    assertThat(ended.otherErrorLines())
        .first()
        .asString()
        .isEqualTo("Exception in thread \"main\" java.lang.IllegalStateException: uncaught");
  }

  /** Nothing can be written then; an existing file stays unchanged. */
  @Test
  void halt_isNotHeldUp() throws Exception {
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory).arguments("halt").traced().run();
    assertThat(ended.status()).isEqualTo(ExitProgram.STATUS);
    assertThat(ended.out()).isEqualTo("slept 20\n");
  }
}

package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TracedJvmTest {
  private static final Path JAVA = Path.of("java");
  private static final Path AGENT = Path.of("a place", "agent.jar");

  @Test
  void theAgentComesBeforeEverythingElse() {
    assertThat(
            TracedJvm.command(JAVA, AGENT, "file=x.jfr", List.of("-jar", "app.jar", "-javaagent")))
        .containsExactly(
            "java", "-javaagent:" + AGENT + "=file=x.jfr", "-jar", "app.jar", "-javaagent");
  }

  @Test
  void noOptionsLeaveNoEqualsSign() {
    assertThat(TracedJvm.command(JAVA, AGENT, "", List.of("Main")))
        .containsExactly("java", "-javaagent:" + AGENT, "Main");
  }

  @Test
  void aCommaCannotBePartOfAFileName() {
    assertThatThrownBy(() -> TracedJvm.fileOption(Path.of("a,b.jfr")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a,b.jfr has a comma in it");
  }
}

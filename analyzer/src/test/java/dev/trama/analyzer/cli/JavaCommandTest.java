package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class JavaCommandTest {
  @TempDir Path directory;

  @Test
  void javaMayBeNamedByPath() {
    Path own = Path.of(System.getProperty("java.home"), "bin", "java");

    JavaCommand java = JavaCommand.named(own.toString());

    assertThat(java.executable()).isEqualTo(own);
    assertThat(java.version()).isEqualTo(Runtime.version().feature());
  }

  @Test
  void aScriptIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> JavaCommand.named("./gradlew"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("./gradlew is not java")
        .hasMessageContaining("JAVA_TOOL_OPTIONS=-javaagent:");
  }

  @Test
  void aPathToNothingIsRefused() {
    String nothing = directory.resolve("java").toString();

    assertThatThrownBy(() -> JavaCommand.named(nothing))
        .isInstanceOf(UserError.class)
        .hasMessage("there is no " + nothing + " to run");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anOldJavaIsRefusedByItsVersion() throws IOException {
    Path old = directory.resolve("java");
    Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> JavaCommand.named(old.toString()))
        .isInstanceOf(UserError.class)
        .hasMessage(old + " is Java 8; virtual threads need 21 or later");
  }
}

package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.workload.Ends;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama run} as a user starts it, on a program from outside. */
@DisabledOnOs(OS.WINDOWS)
final class RunIT {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path directory;

  @Test
  void leavesARecordingAndTheProgramsOwnStatusAndOutput() throws Exception {
    ChildProcess run = run("--out", "a b.jfr", "--", JAVA, "-cp", classPath(), main(), "3");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEqualTo("slept\n");
    assertThat(run.err()).contains("trama: recorded to a b.jfr");
    assertThat(CommandLineRun.successful("trace", directory.resolve("a b.jfr").toString()))
        .contains("sleeper", "async Ends.sleep", "await sleep 1 ms");
  }

  @Test
  void namesTheRecordingAfterTheProcess() throws Exception {
    ChildProcess run = run("--", JAVA, "-cp", classPath(), main(), "0");

    assertThat(run.status()).isZero();
    assertThat(run.err()).containsPattern("trama: recorded to trama-\\d+\\.jfr");
    assertThat(directory.toFile().list((dir, name) -> name.matches("trama-\\d+\\.jfr"))).hasSize(1);
  }

  @Test
  void handsOnOptionsOfTheAgent() throws Exception {
    ChildProcess run =
        run(
            "--out",
            "x.jfr",
            "--agent",
            "stacks=none",
            "--",
            JAVA,
            "-cp",
            classPath(),
            main(),
            "0");

    assertThat(run.status()).isZero();
    assertThat(CommandLineRun.successful("trace", directory.resolve("x.jfr").toString()))
        .contains("sleeper")
        .doesNotContain("Ends.sleep");
  }

  @Test
  void passesASignalOnAndStillLeavesACompleteRecording() throws Exception {
    List<String> command =
        command("--out", "x.jfr", "--", JAVA, "-cp", classPath(), main(), "never");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment());
    Process trama = builder.start();
    try (var out = trama.inputReader()) {
      assertThat(out.readLine()).isEqualTo("slept");
      ProcessHandle program = trama.toHandle().children().findFirst().orElseThrow();

      trama.toHandle().destroy();

      assertThat(trama.waitFor()).isEqualTo(128 + 15);
      assertThat(program.isAlive()).isFalse();
    }
    assertThat(CommandLineRun.successful("trace", directory.resolve("x.jfr").toString()))
        .contains("async Ends.sleep");
  }

  @Test
  void refusesAScript() throws Exception {
    ChildProcess run = run("--", "./gradlew", "run");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).startsWith("trama: ./gradlew is not java");
  }

  private ChildProcess run(String... arguments) throws Exception {
    return ChildProcess.run(directory, environment(), command(arguments));
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.PROJECT.resolve("analyzer/bin/trama").toString());
    command.add("run");
    command.addAll(List.of(arguments));
    return command;
  }

  private static Map<String, String> environment() {
    return Map.of("PATH", System.getenv("PATH"), "TRAMA_JAVA", System.getProperty("java.home"));
  }

  private static String classPath() {
    return Path.of("target/test-classes").toAbsolutePath().toString();
  }

  private static String main() {
    return Ends.class.getName();
  }
}

package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.workload.Ends;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a program that was killed: JFR's repository, as far as it was flushed. */
@DisabledOnOs(OS.WINDOWS)
final class KilledIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
  private static final int STATE_AT = 64;

  @TempDir Path directory;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void whatWasFlushedIsReadFromTheRepository() throws Exception {
    Path repository = directory.resolve("repository");
    Process program =
        new ProcessBuilder(
                List.of(
                    JAVA.toString(),
                    "-XX:FlightRecorderOptions:repository=" + repository,
                    "-javaagent:"
                        + ChildProcess.PROJECT.resolve("agent/installer/target/trama-agent.jar")
                        + "=file="
                        + directory.resolve("x.jfr"),
                    "-cp",
                    Path.of(Ends.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toString(),
                    Ends.class.getName(),
                    "never"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = program.inputReader()) {
      assertThat(out.readLine()).isEqualTo("slept");
      int before = flushes(repository);
      while (flushes(repository) <= before) {
        Thread.sleep(20); // JFR flushes once a second
      }
    } finally {
      program.destroyForcibly().waitFor();
    }

    assertThat(CommandLineRun.successful("points", repository.toString())).contains("Ends.sleep");
  }

  /** How often the one chunk has been flushed; 0 while there is none or its header is written. */
  private static int flushes(Path repository) throws Exception {
    Optional<Path> chunk = Optional.empty();
    if (Files.isDirectory(repository)) {
      try (var files = Files.walk(repository)) {
        chunk = files.filter(file -> file.toString().endsWith(".jfr")).findFirst();
      }
    }
    if (chunk.isEmpty()) {
      return 0;
    }
    try (var file = new RandomAccessFile(chunk.get().toFile(), "r")) {
      file.seek(STATE_AT);
      int state = file.read();
      return state == 255 ? 0 : Math.max(0, state);
    }
  }
}

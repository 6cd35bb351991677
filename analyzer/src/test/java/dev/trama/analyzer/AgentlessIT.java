package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made without the agent: less, and labelled so. */
class AgentlessIT {
  @TempDir Path dir;

  private Path record(String settings) throws Exception {
    Path file = dir.resolve("agentless.jfr");
    Path log = dir.resolve("agentless.log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:StartFlightRecording:settings=" + settings + ",filename=" + file,
                "-cp",
                System.getProperty("java.class.path"),
                Counted.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return file;
  }

  private static JsonNode summary(Path file) throws Exception {
    return new ObjectMapper()
        .readTree(CommandLineRun.successful("summary", file.toString(), "--json"));
  }

  @Test
  @EnabledForJreRange(minVersion = 25, disabledReason = "jdk.MethodTrace is new in JDK 25")
  void methodTrace_findsTheParks() throws Exception {
    Path file = record(Path.of("../docs/trama-agentless.jfc").toAbsolutePath().toString());
    JsonNode summary = summary(file);
    assertThat(summary.at("/recording/source").asText()).isEqualTo("methodtrace");
    assertThat(summary.at("/tasks/seen").asInt()).isEqualTo(9);
    // A park that returned at once may be counted as well when the machine is slow.
    JsonNode sleeps = summary.at("/awaits/byKind/sleep");
    assertThat(sleeps.at("/count").asInt()).isGreaterThanOrEqualTo(61);
    assertThat(sleeps.at("/totalNanos").asLong()).isGreaterThanOrEqualTo(61 * 29_000_000L);
    assertThat(CommandLineRun.successful("summary", file.toString())).contains("DEGRADED");
  }

  @Test
  void plainJfr_findsTheSleeps() throws Exception {
    Path file = record("profile");
    JsonNode summary = summary(file);
    assertThat(summary.at("/recording/source").asText()).isEqualTo("jfr");
    assertThat(summary.at("/awaits/byKind/sleep/count").asInt()).isEqualTo(61);
    assertThat(CommandLineRun.successful("summary", file.toString()))
        .contains("DEGRADED", "trama run -- java");
  }
}

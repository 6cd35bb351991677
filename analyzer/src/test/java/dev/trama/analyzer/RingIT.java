package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Endless;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flight recorder's ring, whose beginning is gone. It has room for three chunks: JFR drops whole
 * ones, and of a ring of one chunk all would be gone when the program ends just after a rotation.
 */
class RingIT {
  @TempDir static Path dir;
  private static String file;

  @BeforeAll
  static void record() throws Exception {
    Path ring =
        AgentRun.record(
            dir,
            "stacks=none,maxsize=3m",
            Endless.class,
            "-XX:FlightRecorderOptions:maxchunksize=1m");
    file = ring.toString();
    assertThat(Files.size(ring)).isLessThan(8L << 20);
  }

  @Test
  void tasksFromBeforeTheRing_areTruncatedAtTheirStart() throws Exception {
    JsonNode summary = CommandLineRun.json("summary", file, "--json");
    int seen = summary.at("/tasks/seen").asInt();
    assertThat(seen).isBetween(2, 2_001);
    assertThat(summary.at("/tasks/ended").asInt()).isLessThanOrEqualTo(seen);
    assertThat(summary.at("/tasks/started").asInt()).isLessThan(seen);
    assertThat(summary.at("/completeness/truncatedTasks").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(summary.at("/completeness/stillSuspended").asInt()).isZero();
  }

  @Test
  void itsAwaits_lieWithinWhatIsLeftButForThoseThatBeganBefore() {
    assertThat(CommandLineRun.successful("trace", file, "--task", "sitter"))
        .contains("await latch");
    assertThat(CommandLineRun.successful("trace", file, "--task", "elder"))
        .contains("began before the recording");
  }
}

package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Counted;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real recordings of a program whose awaits are known by construction, through every command. */
class RealRecordingIT {
  @TempDir static Path dir;
  private static String file;

  @BeforeAll
  static void record() throws Exception {
    file = AgentRun.record(dir, Counted.class).toString();
  }

  private static JsonNode json(String... args) throws Exception {
    return new ObjectMapper().readTree(CommandLineRun.successful(args));
  }

  @Test
  void summary_countsEveryTaskAndAwait() throws Exception {
    JsonNode summary = json("summary", file, "--json");
    assertThat(summary.at("/recording/source").asText()).isEqualTo("agent");
    assertThat(summary.at("/recording/jdk").asText()).startsWith("" + Runtime.version().feature());
    assertThat(summary.at("/tasks/seen").asInt()).isEqualTo(9);
    assertThat(summary.at("/tasks/started").asInt()).isEqualTo(9);
    assertThat(summary.at("/tasks/ended").asInt()).isEqualTo(9);
    assertThat(summary.at("/awaits/byKind/sleep/count").asInt()).isEqualTo(61);
    assertThat(summary.at("/completeness/lost").asInt()).isZero();
    assertThat(summary.at("/completeness/probeFailures").asInt()).isZero();
    assertThat(summary.at("/completeness/truncatedTasks").asInt()).isZero();
  }

  @Test
  void points_chargeEveryAwaitToItsLine() throws Exception {
    JsonNode points = json("points", file, "--json", "--kind", "sleep").at("/points");
    assertThat(points).hasSize(1);
    assertThat(points.at("/0/method").asText()).isEqualTo("Counted.pause");
    assertThat(points.at("/0/count").asInt()).isEqualTo(61);
    JsonNode semaphore = json("points", file, "--json", "--kind", "semaphore").at("/points/0");
    assertThat(semaphore.at("/method").asText()).isEqualTo("Counted.main (lambda)");
    assertThat(semaphore.at("/wakers/0/name").asText()).isEqualTo("main");
  }

  @Test
  void trace_showsTheCoroutinesOfATask() {
    String trace = CommandLineRun.successful("trace", file, "--task", "sleeper-3");
    assertThat(trace)
        .contains("spawned by main at Counted.main(Counted.java:")
        .contains("async Counted.sleeper")
        .contains("└─ async Counted.pause")
        .contains("await sleep 30 ms  ×10")
        .contains("timer");
  }

  @Test
  void timeline_handsOverCarriers() {
    String timeline = CommandLineRun.successful("trace", file, "--task", "catcher", "--timeline");
    assertThat(timeline).contains("gave up carrier-", "meanwhile carrier-", "thrower woke it");
  }

  @Test
  void includeJdk_showsNothingHereThatIsHidden() throws Exception {
    assertThat(json("summary", file, "--json", "--include-jdk").at("/tasks/seen").asInt())
        .isGreaterThanOrEqualTo(9);
  }
}

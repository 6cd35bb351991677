package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Drained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the agent wrote while a pool was empty says so, and shows the cause. */
class DumpOnIT {
  private static final String CONDITION = "awaiting(semaphore)>50";

  @TempDir static Path dir;
  private static String dumped;

  @BeforeAll
  static void record() throws Exception {
    var program = AgentRun.Program.of(Drained.class, dir.toString());
    AgentRun.record(dir, program, "dumpon=" + CONDITION);
    try (Stream<Path> files = Files.list(dir)) {
      List<Path> written =
          files.filter(it -> it.getFileName().toString().matches(".*-\\d{6}\\.jfr")).toList();
      assertThat(written).hasSize(1);
      dumped = written.getFirst().toString();
    }
  }

  @Test
  void summaryBeginsWithTheReason_andNamesTheTrouble() {
    String summary = CommandLineRun.successful("summary", dumped);
    assertThat(summary.lines().toList().get(1))
        .matches("dumped    " + CONDITION.replaceAll("[()]", ".") + ": \\d+ awaiting, at .*");
    assertThat(summary)
        .containsPattern(
            "\\nthen      \\d+ tasks awaited semaphore at Drained.java:\\d+, the longest");
    assertThat(summary).containsPattern("exhausted-pool .* queued for a Semaphore at Drained.java");
  }

  @Test
  void reasonIsInJson() throws Exception {
    JsonNode dump = CommandLineRun.json("summary", dumped, "--json").at("/dumps/0");
    assertThat(dump.get("condition").asText()).isEqualTo(CONDITION);
    assertThat(dump.get("reason").asText()).endsWith(" awaiting");
    assertThat(dump.get("atNanos").asLong()).isPositive();
  }

  @Test
  void fileHoldsWhatWasBefore_andWhoWaits() throws Exception {
    JsonNode summary = CommandLineRun.json("summary", dumped, "--json");
    assertThat(summary.at("/completeness/stillSuspended").asInt()).isGreaterThan(50);
    assertThat(summary.at("/tasks/ended").asInt()).isGreaterThan(100);
  }
}

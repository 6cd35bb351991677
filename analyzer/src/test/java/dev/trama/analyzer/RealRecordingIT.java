package dev.trama.analyzer;

import static dev.trama.analyzer.cli.CommandLineRun.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Counted;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
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

  @Test
  void everyAwait_isWhatTheJdkItselfReads() throws Exception {
    var expected = JdkReading.awaits(Path.of(file));
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(JdkReading.awaitsOfOurs(Path.of(file)))
        .containsExactlyInAnyOrderElementsOf(expected);
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

  @Test
  void coroutines_countWhatWasBelowThem() throws Exception {
    JsonNode coroutines = json("coroutines", file, "--json").at("/coroutines");
    JsonNode pause = coroutine(coroutines, "Counted.pause");
    assertThat(pause.at("/count").asInt()).isEqualTo(61);
    assertThat(pause.at("/ownCount").asInt()).isEqualTo(61);
    JsonNode sleeper = coroutine(coroutines, "Counted.sleeper");
    assertThat(sleeper.at("/count").asInt()).isEqualTo(50);
    assertThat(sleeper.at("/ownCount").asInt()).isZero();
  }

  private static JsonNode coroutine(JsonNode coroutines, String method) {
    for (JsonNode coroutine : coroutines) {
      if (coroutine.at("/method").asText().equals(method)) {
        return coroutine;
      }
    }
    throw new AssertionError(method + " is not in " + coroutines);
  }

  @Test
  void annotate_putsTheAwaitBesideItsLine() {
    String annotated = CommandLineRun.successful("annotate", file, "--sources", "src/test/java");
    assertThat(annotated.lines().filter(line -> line.contains("Thread.sleep(SLEEP_MILLIS)")))
        .singleElement()
        .asString()
        .startsWith("await sleep ×61 ");
  }

  @Test
  void check_failsWithTheEvidence(@TempDir Path out) throws Exception {
    Path xml = out.resolve("check.xml");
    var failed =
        CommandLineRun.of(
            "check",
            file,
            "--max-await",
            "sleep=1ms:p50",
            "--no-pinned",
            "--junit",
            xml.toString());
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.out())
        .contains("FAILED  await sleep p50 <= 1ms", "sleep at Counted.java:", "ok      no pinned");
    var suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
    assertThat(suite.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(2);
  }

  @Test
  void check_passesWhenRulesHold() {
    assertThat(CommandLineRun.successful("check", file, "--rule", "lost <= 0"))
        .contains("every rule holds");
  }

  @Test
  void diff_ofARecordingWithItself_isAllNoise() throws Exception {
    assertThat(CommandLineRun.successful("diff", file, file))
        .contains("differ no more than by chance", "the findings are the same");
    for (JsonNode point : json("diff", file, file, "--json").at("/points")) {
      assertThat(point.at("/verdict").asText()).isEqualTo("noise");
    }
  }

  @Test
  void criticalPath_ofTheCatcher_goesThroughTheThrower() {
    assertThat(CommandLineRun.successful("trace", file, "--task", "catcher", "--critical-path"))
        .contains("critical path of catcher", "thrower", "awaiting sleep")
        .doesNotContain("awaiting queue take");
  }
}

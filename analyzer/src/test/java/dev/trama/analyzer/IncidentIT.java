package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service of the tutorial, without its problems, in which a task once takes all connections for
 * three seconds: the file that the agent writes at that moment shows it.
 */
class IncidentIT {
  private static final Path JAR =
      Path.of("../sample-apps/orders/target/trama-orders.jar").toAbsolutePath().normalize();
  private static final String CONDITION = "stuck(connection pool)>1s";

  @TempDir static Path dir;
  private static String file;

  @BeforeAll
  static void record() throws Exception {
    assertThat(JAR).as("the packaged service").exists();
    var service =
        new Program(
            "orders",
            List.of(
                "-Dorders.fix=pool,lock,serial",
                "-Dorders.seconds=14",
                "-Dorders.incident=8",
                "-jar",
                JAR.toString()));
    AgentRun.record(dir, service, "dumpevery=1s,dumpon=" + CONDITION);
    file = fileOfTheIncident().orElseThrow(() -> new AssertionError("no file of the incident"));
  }

  /** A machine that stops for a second causes further files. */
  private static Optional<String> fileOfTheIncident() throws Exception {
    try (Stream<Path> files = Files.list(dir)) {
      for (Path written :
          files.filter(it -> it.getFileName().toString().matches(".*-\\d{6}\\.jfr")).toList()) {
        if (CommandLineRun.successful("trace", written.toString()).contains("stock-taking")) {
          return Optional.of(written.toString());
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void summaryBeginsWithTheReason_andNamesTheEmptyPool() throws Exception {
    String summary = CommandLineRun.successful("summary", file);
    assertThat(summary.lines().limit(3)).anyMatch(line -> line.contains(CONDITION + ": "));
    assertThat(summary)
        .containsPattern(
            "(then|\\n"
                + " {4}) {6}\\d+ tasks? awaited connection pool at Database.java:\\d+, the"
                + " longest");
    JsonNode findings = CommandLineRun.json("summary", file, "--json").at("/findings");
    assertThat(
            StreamSupport.stream(findings.spliterator(), false)
                .filter(it -> it.at("/id").asText().equals("exhausted-pool"))
                .map(it -> it.at("/message").asText()))
        .singleElement()
        .asString()
        .contains("the connection pool at Database.java:");
  }

  @Test
  void whoHasTheConnections_isSuspendedInTheFile() {
    assertThat(CommandLineRun.successful("trace", file, "--task", "stock-taking"))
        .contains("async StockTaking.takeStock", "await sleep");
  }

  @Test
  void whatWasBefore_isThereToCompareWith() throws Exception {
    JsonNode summary = CommandLineRun.json("summary", file, "--json");
    assertThat(summary.at("/recording/durationNanos").asLong()).isGreaterThan(7_000_000_000L);
    assertThat(summary.at("/completeness/lost").asLong()).isZero();
    assertThat(CommandLineRun.json("requests", file, "--json").at("/requests"))
        .extracting(it -> it.at("/name").asText())
        .contains("Checkout.handle", "OrderPage.handle", "PriceList.handle");
  }
}

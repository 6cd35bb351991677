package dev.trama.analyzer.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.export.sql.NamedQuery;
import dev.trama.analyzer.export.sql.SqlSession;
import dev.trama.analyzer.query.DuckEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A fleet of three services in two versions, of which one became slower. {@code
 * -Dtrama.fleet.recordings=500} makes it as large as the one in docs/fleet.md.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetIT {
  private static final int RECORDINGS = Integer.getInteger("trama.fleet.recordings", 64);

  @TempDir static Path dir;
  private static Recorded recorded;
  private static Path tables;
  private static SparkSession spark;

  @BeforeAll
  static void recordAndConvert() throws Exception {
    tables = dir.resolve("tables");
    recorded = Recorded.make(dir.resolve("recordings"), RECORDINGS);
    spark = Fleet.onThisMachine("local[2]");
    long begun = System.nanoTime();
    Conversion.Outcome outcome = convert(tables, 1L << 30);
    System.out.printf(
        "%d recordings converted in %.1f s%n",
        outcome.recordings(), (System.nanoTime() - begun) / 1e9);

    assertThat(outcome.recordings()).isEqualTo(RECORDINGS);
    assertThat(outcome.broken()).isEqualTo(recorded.broken());
  }

  @AfterAll
  static void stop() {
    if (spark != null) {
      spark.stop();
    }
  }

  private static Conversion.Outcome convert(Path into, long batchBytes) throws IOException {
    return new Conversion(spark, recorded.folder().toString(), into.toString(), batchBytes).run();
  }

  @Test
  @Order(1)
  void brokenOnesAreRows_andTheOthersAreRuns() {
    try (SqlSession duck = new DuckEngine().open(tables)) {
      assertThat(Compared.rows(duck, "select count(*), count(distinct run_id) from runs"))
          .containsExactly(List.of((long) recorded.whole(), (long) recorded.whole()));
      assertThat(Compared.rows(duck, "select count(distinct file) from errors"))
          .containsExactly(List.of((long) recorded.broken()));
      assertThat(Compared.rows(duck, "select count(*) from awaits where point_id = ''"))
          .containsExactly(List.of(0L));
    }
  }

  @Test
  @Order(2)
  void everyNamedQuery_hasTheSameAnswerOnBothEngines() throws IOException {
    List<String> answered = new ArrayList<>();
    try (SqlSession duck = new DuckEngine().open(tables);
        SqlSession sparks = SparkTables.open(spark, tables.toString())) {
      for (NamedQuery query : NamedQuery.all()) {
        Compared.assertEqual(query.name(), duck.query(query.sql()), sparks.query(query.sql()));
        if (duck.query(query.sql()).rows().hasNext()) {
          answered.add(query.name());
        }
      }
    }
    assertThat(answered)
        .contains("top-places", "regressions", "pools", "new-places", "versions", "broken");
  }

  @Test
  @Order(3)
  void thePlantedRegressionIsFound_andTheNewPlace() {
    try (SqlSession duck = new DuckEngine().open(tables)) {
      List<List<Object>> slower = answers(duck, "regressions");
      slower.forEach(System.out::println);

      assertThat(slower).anySatisfy(row -> assertPlace(row, "pay", "lock", "Pay.serve"));
      assertThat(slower).anySatisfy(row -> assertPlace(row, "pay", "sleep", "Pay.post"));
      assertThat(answers(duck, "new-places"))
          .anySatisfy(row -> assertPlace(row, "shop", "sleep", "Shop.recommend"));
    }
  }

  private static void assertPlace(List<Object> row, String service, String what, String method) {
    assertThat(row.subList(0, 2)).containsExactly(service, what);
    assertThat((String) row.get(2)).endsWith("." + method);
  }

  private static List<List<Object>> answers(SqlSession session, String name) {
    return Compared.rows(session, NamedQuery.of(name).orElseThrow().sql());
  }

  @Test
  @Order(4)
  void killedInTheMiddleAndStartedAgain_theTablesAreTheSame() throws Exception {
    Path again = dir.resolve("again");
    long batch = 1 + bytes() / 8;
    Process process = new ProcessBuilder(fleet(again, batch)).inheritIO().start();
    while (process.isAlive() && !hasRuns(again)) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    Conversion.Outcome rest = convert(again, batch);

    assertThat(rest.recordings()).as("read by the second").isLessThan(RECORDINGS);
    Compared.assertSameTables(tables, again);
  }

  /** The packaged program, in a process that can be killed. */
  private static List<String> fleet(Path into, long batchBytes) {
    List<String> command = new ArrayList<>(List.of(Recorded.JAVA));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--") || option.startsWith("-Djdk.reflect"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Fleet.class.getName(),
            "--master",
            "local[2]",
            "--batch-bytes",
            Long.toString(batchBytes),
            recorded.folder().toString(),
            into.toString()));
    return command;
  }

  private static boolean hasRuns(Path into) throws IOException {
    Path runs = into.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (var files = Files.walk(runs)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    } catch (UncheckedIOException e) {
      return false; // a file was moved while it was looked at
    }
  }

  private static long bytes() throws IOException {
    try (var files = Files.walk(recorded.folder())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  @Order(5)
  void theSecondRun_readsOnlyWhatIsNew() throws IOException {
    assertThat(convert(tables, 1L << 30).recordings()).isZero();
    Path real = recorded.folder().resolve("mail/1.0/host-0/run.jfr");
    Path other = recorded.folder().resolve("mail/1.0/host-new/run.jfr");
    Files.createDirectories(other.getParent());
    Files.copy(real, other); // another instance's
    Files.copy(real, real.resolveSibling("copy.jfr")); // the same instance's

    Conversion.Outcome outcome = convert(tables, 1L << 30);

    assertThat(outcome.recordings()).isEqualTo(2);
    assertThat(outcome.broken()).isEqualTo(1);
    try (SqlSession duck = new DuckEngine().open(tables)) {
      assertThat(Compared.rows(duck, "select reason from errors where file like '%copy.jfr'"))
          .singleElement()
          .asString()
          .contains("same recording");
    }
    assertThat(convert(tables, 1L << 30).recordings()).isZero();
  }

  /** Ends the session that the other tests share, so it comes last. */
  @Test
  @Order(6)
  void aFolderThatIsNotThere_isOneLine() {
    var err = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    int status;
    try {
      Path nowhere = dir.resolve("nowhere");
      status =
          new CommandLine(new Fleet())
              .execute("--master", "local[2]", nowhere.toString(), tables.toString());
    } finally {
      System.setErr(before);
    }
    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(FleetIT::isOfTrama))
        .singleElement()
        .asString()
        .contains("nowhere");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
  }

  private static boolean isOfTrama(String line) {
    return line.startsWith("trama-fleet: ");
  }
}

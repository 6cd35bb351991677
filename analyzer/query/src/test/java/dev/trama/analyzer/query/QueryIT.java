package dev.trama.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command, on the recording of a sample. */
class QueryIT {
  private static final String EXPORT =
      "export app.jfr --to parquet -o tables --service pool --instance a --service-version 1";

  @TempDir static Path dir;

  @BeforeAll
  static void record() throws Exception {
    Trama.record(dir, "app.jfr", "dev.trama.samples.pool.Requests");
  }

  @Test
  void aRecordingsPoints_areThoseOfTramaPoints() throws Exception {
    JsonNode points = json("points", "app.jfr", "--limit", "0", "--json").get("points");
    Map<String, List<Long>> expected = new TreeMap<>();
    points.forEach(
        p ->
            expected.merge(
                p.path("kind").asText() + " " + p.path("fineKind").asText(),
                List.of(p.path("count").asLong(), p.path("totalNanos").asLong()),
                QueryIT::sum));
    Map<String, List<Long>> actual = new TreeMap<>();
    json(
            "query",
            "app.jfr",
            "select kind, what, count(*) as n, cast(sum(duration_nanos) as bigint) as nanos from"
                + " awaits where ending <> 'still_suspended' group by kind, what",
            "--json")
        .get("rows")
        .forEach(
            row ->
                actual.put(
                    row.path("kind").asText() + " " + row.path("what").asText(),
                    List.of(row.path("n").asLong(), row.path("nanos").asLong())));

    assertThat(expected).isNotEmpty();
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void aDirectoryOfTables_answersAsTheRecordingDoes() throws Exception {
    assertThat(trama(EXPORT.split(" ")).status()).isZero();
    for (String table : List.of("tasks", "awaits", "stacks", "points", "buckets", "births")) {
      String sql = "select * exclude (service, run_id) from " + table + " order by all";
      String ofFile = trama("query", "app.jfr", sql, "--csv").out();
      assertThat(ofFile.lines()).as(table).hasSizeGreaterThan(1);
      // Ids of runs and the service's name differ: no service was given for the file.
      assertThat(trama("query", "tables", sql, "--csv").out()).as(table).isEqualTo(ofFile);
    }
    assertThat(trama("query", "tables", "top-places").out()).contains("ConnectionPool.borrow");
  }

  @Test
  void aWriterThatIsKilled_leavesNoRun_andTheNextOneAllOfIt() throws Exception {
    Path killed = Files.createDirectory(dir.resolve("killed"));
    String[] export = EXPORT.replace("app.jfr", "../app.jfr").split(" ");
    Process writer = Trama.start(killed, export);
    Path tables = killed.resolve("tables");
    while (writer.isAlive() && !hasScratch(tables)) {
      Thread.onSpinWait();
    }
    writer.destroyForcibly().waitFor();
    long runs = count(tables);
    assertThat(runs).isIn(0L, 1L); // it may have been quicker
    assertThat(Trama.run(killed, export).status()).isZero();
    assertThat(count(tables)).isEqualTo(1);
  }

  private static boolean hasScratch(Path tables) throws Exception {
    if (!Files.isDirectory(tables)) {
      return false;
    }
    try (var files = Files.list(tables)) {
      return files.findAny().isPresent();
    }
  }

  private static long count(Path tables) {
    return (Long)
        Answers.of(new DuckEngine().open(tables), "select count(*) from runs").getFirst().get(0);
  }

  @Test
  void whatIsWrong_isOneLine() throws Exception {
    assertThat(error("query", "app.jfr", "selekt")).contains("no query is called selekt");
    assertThat(error("query", "app.jfr", "select nope from awaits")).contains("nope");
    assertThat(error("export", "app.jfr", "--to", "parquet", "-o", "t")).contains("--service");
    assertThat(error("export", "app.jfr", "--to", "parquet", "-o", "t", "--service", "a/b"))
        .contains("letters");
    assertThat(error((EXPORT + " --kind lock").split(" "))).contains("whole recordings");
  }

  private static String error(String... arguments) throws Exception {
    Trama trama = trama(arguments);
    assertThat(trama.status()).as(trama.err()).isEqualTo(2);
    assertThat(trama.err()).hasLineCount(1);
    return trama.err();
  }

  private static JsonNode json(String... arguments) throws Exception {
    Trama trama = trama(arguments);
    assertThat(trama.status()).as(trama.err()).isZero();
    return new ObjectMapper().readTree(trama.out());
  }

  private static Trama trama(String... arguments) throws Exception {
    return Trama.run(dir, arguments);
  }

  private static List<Long> sum(List<Long> a, List<Long> b) {
    return List.of(a.get(0) + b.get(0), a.get(1) + b.get(1));
  }
}

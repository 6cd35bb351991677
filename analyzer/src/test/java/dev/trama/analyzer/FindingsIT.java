package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.analyse.finding.Detector;
import dev.trama.analyzer.analyse.finding.Detectors;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Counted;
import dev.trama.analyzer.workload.finding.Contends;
import dev.trama.analyzer.workload.finding.Crowds;
import dev.trama.analyzer.workload.finding.Deadlocks;
import dev.trama.analyzer.workload.finding.Drops;
import dev.trama.analyzer.workload.finding.Exhausts;
import dev.trama.analyzer.workload.finding.Floods;
import dev.trama.analyzer.workload.finding.Forgets;
import dev.trama.analyzer.workload.finding.Herds;
import dev.trama.analyzer.workload.finding.Hogs;
import dev.trama.analyzer.workload.finding.Keeps;
import dev.trama.analyzer.workload.finding.Occupies;
import dev.trama.analyzer.workload.finding.Pins;
import dev.trama.analyzer.workload.finding.Polls;
import dev.trama.analyzer.workload.finding.Serialises;
import dev.trama.analyzer.workload.finding.Starves;
import dev.trama.analyzer.workload.finding.Sticks;
import dev.trama.analyzer.workload.finding.Storms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every finding in a program that has the problem, at its place, and not in a similar one without
 * it.
 */
class FindingsIT {
  private static final String INCOMPLETE = "incomplete-recording";
  private static final List<String> ONE_CARRIER =
      List.of(
          "-Djdk.virtualThreadScheduler.parallelism=1",
          "-Djdk.virtualThreadScheduler.maxPoolSize=1");

  private static final List<String> TWO_CARRIERS =
      List.of(
          "-Djdk.virtualThreadScheduler.parallelism=2",
          "-Djdk.virtualThreadScheduler.maxPoolSize=2");

  /** For a scheduler of the program's own. */
  private static final List<String> OPENED =
      Stream.concat(ONE_CARRIER.stream(), Stream.of("--add-opens=java.base/java.lang=ALL-UNNAMED"))
          .toList();

  @TempDir Path dir;

  /**
   * A finding and the program made for it.
   *
   * @param places the finding's places, as the sentences have them: marks or words; of several
   *     findings each has one
   * @param known evidence that is certain whatever the pace
   */
  record Truth(
      String id,
      Class<?> program,
      List<List<String>> places,
      Map<String, Integer> known,
      List<String> jvmOptions) {
    Truth(String id, Class<?> program, List<List<String>> places, Map<String, Integer> known) {
      this(id, program, places, known, List.of());
    }

    /**
     * What is known of the evidence, and what the program that ran in this directory said of it.
     */
    Map<String, Integer> figures(Path dir) throws IOException {
      Map<String, Integer> figures = new HashMap<>(known);
      figures.putAll(AgentRun.printed(dir, program));
      return figures;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Truth> truths() {
    return Stream.of(
        new Truth(
            "pinned",
            Pins.class,
            List.of(List.of("=> initialiser", "pinned by Pins.Slow.<clinit>")),
            Map.of("count", 1)),
        new Truth("monopolised-carrier", Hogs.class, one("hog "), Map.of(), ONE_CARRIER),
        new Truth("starved", Starves.class, one("1 carrier"), Map.of("carriers", 1), ONE_CARRIER),
        new Truth("contended-lock", Contends.class, two("=> lock", "=> monitor"), Map.of()),
        new Truth("exhausted-pool", Exhausts.class, two("=> semaphore", "=> queue"), Map.of()),
        new Truth(
            "serial-awaits",
            Serialises.class,
            List.of(List.of("Serialises.page ", "=> price", "=> stock")),
            Map.of("tasks", 4)),
        new Truth("polling-by-sleep", Polls.class, one("=> poll"), Map.of()),
        new Truth("park-storm", Storms.class, one("=> yield"), Map.of("tasks", 1, "count", 20_000)),
        new Truth("herd", Herds.class, one("=> ticket"), Map.of()),
        new Truth("never-resumed", Sticks.class, one("=> forgotten"), Map.of("tasks", 3)),
        new Truth("woken-not-run", Drops.class, one("=> woken"), Map.of("tasks", 1), OPENED),
        new Truth(
            "carriers-held",
            Occupies.class,
            List.of(List.of("All 2 carriers", "=> computed until", "=> pinned", "Slow.<clinit>")),
            Map.of("carriers", 2),
            TWO_CARRIERS),
        new Truth(
            "held-across-await", Keeps.class, List.of(List.of("=> taken", "=> slow")), Map.of()),
        new Truth("yield-storm", Crowds.class, one("=> yield"), Map.of(), ONE_CARRIER),
        new Truth("lost-context", Forgets.class, one("=> spawned"), Map.of("tasks", 3)),
        new Truth("wait-cycle", Deadlocks.class, List.of(List.of("=> a", "=> b")), Map.of()),
        new Truth("unbounded-spawning", Floods.class, one("=> accepted"), Map.of()));
  }

  private static List<List<String>> one(String place) {
    return List.of(List.of(place));
  }

  private static List<List<String>> two(String first, String second) {
    return List.of(List.of(first), List.of(second));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void trouble_isFoundWhereItIs(Truth truth) throws Exception {
    List<JsonNode> findings = run(truth, "trouble");
    List<JsonNode> found = findings.stream().filter(f -> id(f).equals(truth.id())).toList();
    assertThat(found).as(findings.toString()).hasSameSizeAs(truth.places());
    for (List<String> places : truth.places()) {
      List<String> words = new ArrayList<>();
      for (String place : places) {
        words.add(place.startsWith("=> ") ? siteOf(truth.program(), place) : place);
      }
      assertThat(found)
          .anySatisfy(finding -> assertThat(finding.at("/message").asText()).contains(words));
    }
    truth
        .figures(dir)
        .forEach(
            (name, figure) ->
                assertThat(found.getFirst().at("/evidence/" + name).asInt())
                    .as(name)
                    .isEqualTo(figure));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void lookAlike_isNotTakenForIt(Truth truth) throws Exception {
    assumeTrue(
        !truth.id().equals("pinned") || Runtime.version().feature() >= 24,
        "monitors pin until JDK 23");
    assertThat(run(truth, "lookalike")).extracting(FindingsIT::id).doesNotContain(truth.id());
  }

  /** Each await is there twice then, which is impossible. */
  @Test
  void recordingReadTwice_isIncomplete_andOnceIsNot() throws Exception {
    String file = AgentRun.record(dir, Counted.class).toString();
    assertThat(findings(file)).extracting(FindingsIT::id).doesNotContain(INCOMPLETE);
    assertThat(findings(file, file))
        .filteredOn(f -> id(f).equals(INCOMPLETE))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.at("/evidence/overlappingAwaits").asInt()).isGreaterThanOrEqualTo(61));
  }

  @Test
  void everyFinding_hasItsTruth() {
    List<String> ids = new ArrayList<>(truths().map(Truth::id).toList());
    ids.add(INCOMPLETE);
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(Detectors.all().stream().map(Detector::id).toList());
  }

  /** A real program must never look impossible. */
  private List<JsonNode> run(Truth truth, String which) throws Exception {
    Path file = AgentRun.record(dir, Program.of(truth.program(), which), truth.jvmOptions());
    List<JsonNode> findings = findings(file.toString());
    assertThat(findings).extracting(FindingsIT::id).doesNotContain(INCOMPLETE);
    return findings;
  }

  private static List<JsonNode> findings(String... files) throws Exception {
    List<String> command = new ArrayList<>(List.of("summary", "--json"));
    command.addAll(List.of(files));
    List<JsonNode> findings = new ArrayList<>();
    CommandLineRun.json(command.toArray(String[]::new)).at("/findings").forEach(findings::add);
    return findings;
  }

  private static String id(JsonNode finding) {
    return finding.at("/id").asText();
  }

  /** {@code Pins.java:36}, where the source says {@code // => initialiser}. */
  private static String siteOf(Class<?> program, String mark) throws IOException {
    Path source = Path.of("src/test/java", program.getName().replace('.', '/') + ".java");
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// " + mark)) {
        return source.getFileName() + ":" + (i + 1);
      }
    }
    throw new AssertionError(mark + " is not in " + source);
  }
}

package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.finding.Chapters;
import dev.trama.analyzer.workload.finding.Floods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is too large to be seen at once has the same findings, window by window. */
class WindowsIT {
  private static final int CHUNKS = Chapters.CHAPTERS + 1;

  /** So few that every chunk is a window. */
  private static final String IN_WINDOWS = "--window-bytes=1";

  @TempDir static Path dir;
  private static String file;

  @BeforeAll
  static void record() throws Exception {
    file = AgentRun.record(dir, Chapters.class).toString();
  }

  @Test
  void windows_haveTheFindingsOfTheWhole() throws Exception {
    List<JsonNode> whole = findings(file);
    List<JsonNode> windows = findings(file, IN_WINDOWS);
    assertThat(whole)
        .extracting(WindowsIT::id)
        .contains(
            "contended-lock", "exhausted-pool", "polling-by-sleep", "never-resumed", "wait-cycle");
    assertThat(windows)
        .extracting(WindowsIT::trouble)
        .containsExactlyInAnyOrderElementsOf(whole.stream().map(WindowsIT::trouble).toList());
    assertThat(whole).allSatisfy(f -> assertThat(f.at("/windows/of").asInt()).isEqualTo(1));
  }

  @Test
  void troubleOfEveryChapter_isFoundInAsManyWindows() throws Exception {
    for (JsonNode finding : findings(file, IN_WINDOWS)) {
      switch (id(finding)) {
        // A task that queues when a chunk ends is seen in two windows; and there are two locks.
        case "contended-lock" -> assertHeld(finding, Chapters.CHAPTERS, CHUNKS);
        case "exhausted-pool", "polling-by-sleep" ->
            assertHeld(finding, Chapters.CHAPTERS, Chapters.CHAPTERS);
        case "never-resumed", "wait-cycle" ->
            assertThat(finding.at("/windows/of").asInt()).isEqualTo(1);
        default -> {}
      }
    }
  }

  private static void assertHeld(JsonNode finding, int atLeast, int atMost) {
    assertThat(finding.at("/windows/of").asInt()).isEqualTo(CHUNKS);
    assertThat(finding.at("/windows/held").asInt()).isBetween(atLeast, atMost);
  }

  @Test
  void check_saysInHowManyWindows_andTheSameEachTime() throws Exception {
    var first = CommandLineRun.of("check", file, IN_WINDOWS, "--no", "polling-by-sleep");
    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out()).contains("(in 4 of 5", "windows)");
    assertThat(CommandLineRun.of("check", file, IN_WINDOWS, "--no", "polling-by-sleep"))
        .isEqualTo(first);
    var json = CommandLineRun.of("check", file, IN_WINDOWS, "--no", "pinned", "--json");
    assertThat(new ObjectMapper().readTree(json.out()).at("/windows").asInt()).isEqualTo(CHUNKS);
  }

  @Test
  void summary_saysWhoLooksForFindings() {
    assertThat(CommandLineRun.successful("summary", file, IN_WINDOWS))
        .contains("not looked for", "trama check");
  }

  @Test
  void tasksThatPileUpOverAllWindows_arePiledUpInTheWhole() throws Exception {
    String flood = AgentRun.record(dir, Program.of(Floods.class, "trouble"), List.of()).toString();
    int alive = AgentRun.printed(dir, Floods.class).get("alive");
    assertThat(findings(flood, IN_WINDOWS))
        .filteredOn(f -> id(f).equals("unbounded-spawning"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.at("/evidence/started").asInt()).isEqualTo(alive);
              assertThat(f.at("/evidence/alive").asInt()).isEqualTo(alive);
            });
  }

  private static String id(JsonNode finding) {
    return finding.at("/id").asText();
  }

  /** What was found and where, without the figures. */
  private static String trouble(JsonNode finding) {
    JsonNode evidence = finding.at("/evidence");
    return id(finding) + evidence.at("/site") + evidence.at("/sites") + evidence.at("/ids");
  }

  /** Of a comparison with itself, which looks for them whatever the size. */
  private static List<JsonNode> findings(String file, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("diff", file, file, "--json"));
    command.addAll(List.of(options));
    List<JsonNode> findings = new ArrayList<>();
    CommandLineRun.json(command.toArray(String[]::new)).at("/findingsAfter").forEach(findings::add);
    return findings;
  }
}

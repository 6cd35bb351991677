package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.AgentRun.Program;
import dev.trama.analyzer.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unchanged Spring Boot service under the agent's default options. */
class SpringIT {
  private static final Path SERVICE = Path.of("../sample-apps/spring");

  /** Of the agent: each stack that was recognised is walked too, and compared. */
  private static final String EACH_STACK_VERIFIED = "-Ddev.trama.verifyOneIn=1";

  @TempDir static Path dir;

  private static Path recording;

  @BeforeAll
  static void record() throws Exception {
    Path jar = SERVICE.resolve("target/trama-spring.jar");
    assertThat(jar).as("the packaged service").exists();
    var service =
        new Program(
            "spring",
            List.of("-jar", jar.toString(), "--visitors.seconds=5", "--visitors.requests=25"));
    recording = AgentRun.record(dir, service, List.of(EACH_STACK_VERIFIED));
  }

  /** From the first request on, while the JVM still compiles everything. */
  @Test
  void nearlyEachAwaitHasItsStack_andNoneIsWrong() throws Exception {
    JsonNode summary = json("summary");
    JsonNode completeness = summary.at("/completeness");
    long awaits = summary.at("/awaits/count").asLong();
    assertThat(awaits).isGreaterThan(500);
    assertThat(completeness.at("/withoutStack").asLong()).isLessThanOrEqualTo(awaits / 100);
    assertThat(completeness.at("/stackMismatches").asLong()).isZero();
    assertThat(completeness.at("/lost").asLong()).isZero();
    assertThat(json("points").at("/points"))
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.at("/method").asText()).isNotEmpty());
  }

  private static JsonNode json(String command) throws Exception {
    return CommandLineRun.json(command, "--json", recording.toString());
  }

  @Test
  void why_namesTheCallThatKeepsTheConnections() throws Exception {
    JsonNode wait = awaited("Pages.stock", "connection pool");
    assertThat(heldAt(wait))
        .containsSubsequence(site("Partners", ".retrieve()"), site("Purchases", "partners.pay("));
  }

  @Test
  void why_namesTheCallUnderTheLock() throws Exception {
    JsonNode wait = awaited("Pages.price", "lock");
    assertThat(heldAt(wait))
        .containsSubsequence(site("Partners", ".retrieve()"), site("PriceList", "partners.price("));
  }

  /** The place where slow requests of the name awaited others longest, which is of the kind. */
  private static JsonNode awaited(String name, String kind) throws Exception {
    String printed =
        CommandLineRun.successful(
            "why", "--json", "--request", name, "--slowest", "10", recording.toString());
    JsonNode chain = new ObjectMapper().readTree(printed).at("/why/0/chains/0");
    assertThat(chain.at("/kind").asText()).as(printed).isEqualTo(kind);
    return chain;
  }

  /** The place where the holders of what is awaited awaited most themselves. */
  private static List<String> heldAt(JsonNode wait) {
    JsonNode longest =
        StreamSupport.stream(wait.at("/meanwhile").spliterator(), false)
            .filter(link -> link.at("/what").asText().equals("awaiting"))
            .max(Comparator.comparingLong(link -> link.at("/nanos").asLong()))
            .orElseThrow(() -> new AssertionError("nobody awaited anything: " + wait));
    return StreamSupport.stream(longest.at("/path").spliterator(), false)
        .map(frame -> frame.at("/file").asText() + ":" + frame.at("/line").asInt())
        .toList();
  }

  private static String site(String type, String text) throws IOException {
    Path source = SERVICE.resolve("src/main/java/dev/trama/samples/spring").resolve(type + ".java");
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return source.getFileName() + ":" + (i + 1);
      }
    }
    throw new AssertionError(text + " is not in " + source);
  }
}

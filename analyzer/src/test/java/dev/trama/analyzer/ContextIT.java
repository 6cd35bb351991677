package dev.trama.analyzer;

import static dev.trama.analyzer.cli.CommandLineRun.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.context.Orders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of a program that records what it works on, with an annotation of its own. */
class ContextIT {
  @TempDir static Path dir;

  private static String recording;

  @BeforeAll
  static void record() throws Exception {
    recording = AgentRun.record(dir, Orders.class).toString();
  }

  @Test
  void requests_areTheContexts() throws Exception {
    JsonNode requests = json("requests", "--json", recording).at("/requests");
    assertThat(requests.findValuesAsText("name")).containsExactlyInAnyOrder("book", "film");
    JsonNode books = requests.at("/0");
    assertThat(books.at("/name").asText()).isEqualTo("book");
    assertThat(books.at("/count").asInt()).isEqualTo(2);
    assertThat(requests.at("/1/cut").asInt()).isEqualTo(1);
  }

  @Test
  void traceOfAnId_hasTheTasksThatWorkedForIt() throws Exception {
    JsonNode second = json("requests", "--json", "--trace", "1002", recording);
    assertThat(second.at("/context/kind").asText()).isEqualTo("book");
    assertThat(second.at("/ended").asBoolean()).isTrue();
    assertThat(tasks(second)).containsExactly("clerk", "packer");
    assertThat(second.at("/criticalPath/steps").findValuesAsText("task")).contains("packer");

    JsonNode first = json("trace", "--json", "--trace", "1001", recording);
    assertThat(tasks(first)).containsExactly("clerk");
  }

  @Test
  void orderInFlight_isThereWithItsStart() throws Exception {
    JsonNode last = json("requests", "--json", "--trace", "1003", recording);
    assertThat(last.at("/ended").asBoolean()).isFalse();
    assertThat(last.at("/tasks/0/name").asText()).isEqualTo("late");
  }

  @Test
  void idThatIsNotThere_isOneLine() {
    var result = CommandLineRun.of("requests", "--trace", "4bf92f3577b34da6", recording);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("trama: no request has the id '4bf92f3577b34da6'; there are ")
        .hasLineCount(1);
  }

  private static List<String> tasks(JsonNode request) {
    List<String> names = new ArrayList<>();
    request.at("/tasks").forEach(task -> names.add(task.at("/name").asText()));
    return names;
  }
}

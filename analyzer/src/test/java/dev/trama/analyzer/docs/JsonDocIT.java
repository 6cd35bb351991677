package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trama.analyzer.AgentRun;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.workload.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every field of the JSON is in docs/json.md, and every field there is in the JSON. */
class JsonDocIT {
  private static final Pattern EXAMPLE =
      Pattern.compile("## `trama (.*?)`.*?```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir static Path dir;

  @TestFactory
  Stream<DynamicTest> example_hasTheFieldsOfTheOutput() throws Exception {
    String recording = AgentRun.record(dir, Counted.class).toString();
    String page = Files.readString(Path.of("../docs/json.md"));
    List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(9);
    return examples.stream()
        .filter(example -> !example.group(1).startsWith("top ")) // TopIT has a program to look at
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.group(1),
                    () -> compare(recording, example.group(1), example.group(2))));
  }

  private static void compare(String recording, String command, String documented)
      throws Exception {
    var json = new ObjectMapper();
    var result = CommandLineRun.of(words(command, recording));
    assertThat(result.status()).as(result.err()).isLessThan(2);
    assertThat(JsonFields.of(json.readTree(result.out())))
        .as(command)
        .isEqualTo(JsonFields.of(json.readTree(documented)));
  }

  private static String[] words(String command, String recording) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .map(word -> word.equals("app.jfr") ? recording : word)
        .toArray(String[]::new);
  }
}

package dev.trama.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/query.md that needs the engine, in the page's order. */
class DocumentedQueriesIT {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^|^\\$ |`)trama ((?:query|export|report) [^`\\n]+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir static Path dir;

  @BeforeAll
  static void recordTheSample() throws Exception {
    Trama.record(dir, "demo.jfr", "dev.trama.samples.pool.Requests");
  }

  @TestFactory
  Stream<DynamicTest> commandsDoWhatThePageSays() throws Exception {
    String page = Files.readString(Trama.PROJECT.resolve("docs/query.md"));
    List<String> commands = COMMAND.matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(6);
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> succeeds(command)));
  }

  private static void succeeds(String command) throws Exception {
    Matcher words = WORD.matcher(command);
    Trama trama =
        Trama.run(
            dir,
            words
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new));
    assertThat(trama.status()).as(trama.err()).isZero();
    assertThat(trama.out()).isNotBlank();
  }
}

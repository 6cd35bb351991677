package dev.trama.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each promise in {@code docs/safety.md} names a test that exists. */
class SafetyDocTest {
  private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:IT|Test))`");

  @Test
  void everyTestNamedExists() throws Exception {
    Set<String> named = new TreeSet<>();
    Matcher names = TEST_NAME.matcher(Files.readString(Path.of("../../docs/safety.md")));
    while (names.find()) {
      named.add(names.group(1));
    }
    Set<String> existing = new HashSet<>();
    for (String tests : List.of("src/test/java", "../../analyzer/src/test/java")) {
      try (var files = Files.walk(Path.of(tests))) {
        files
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .forEach(existing::add);
      }
    }
    assertThat(named).isNotEmpty().isSubsetOf(existing);
  }
}

package dev.trama.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    try (var files = Files.walk(Path.of("src/test/java"))) {
      Set<String> existing =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      assertThat(named).isNotEmpty().isSubsetOf(existing);
    }
  }
}

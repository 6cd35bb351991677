package dev.trama.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link MatchesAwaits}. */
final class ExpectedTree {
  private static final String ANY = " ×*";

  private ExpectedTree() {}

  static void check(WatchedTest test, Class<?> testClass, String file, Settings settings) {
    List<String> actual = AwaitTree.lines(test.awaits());
    Path source =
        settings.expected().resolve(testClass.getPackageName().replace('.', '/')).resolve(file);
    if (settings.write() || (!Files.exists(source) && testClass.getResource(file) == null)) {
      write(source, actual);
      throw test.failure(
          "the expected awaits were written to "
              + source
              + ": look at them, and run the test again",
          actual,
          "",
          "");
    }
    List<String> expected = read(source, testClass, file);
    List<String> difference = difference(expected, actual);
    if (!difference.isEmpty()) {
      throw test.failure(
          "the awaits are not those in "
              + file
              + " (- expected, + actual; -Dtrama.awaits=write takes the actual ones):",
          difference,
          String.join("\n", expected),
          String.join("\n", actual));
    }
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + " (trama.awaits.dir)", e);
    }
  }

  /**
   * Reads the source file if it is there, because the build may not have copied the newest one yet.
   */
  private static List<String> read(Path source, Class<?> testClass, String file) {
    try {
      if (Files.exists(source)) {
        return lines(Files.readString(source));
      }
      try (var in = testClass.getResourceAsStream(file)) {
        return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
  }

  static boolean isSame(String expected, String actual) {
    if (!expected.endsWith(ANY)) {
      return expected.equals(actual);
    }
    int count = actual.lastIndexOf(" ×");
    return count >= 0
        && actual.substring(0, count).equals(expected.substring(0, expected.length() - 3));
  }

  /** Both texts merged, with marks on lines that only one has; empty when they are equal. */
  static List<String> difference(List<String> expected, List<String> actual) {
    int[][] common = new int[expected.size() + 1][actual.size() + 1];
    for (int e = expected.size() - 1; e >= 0; e--) {
      for (int a = actual.size() - 1; a >= 0; a--) {
        common[e][a] =
            isSame(expected.get(e), actual.get(a))
                ? common[e + 1][a + 1] + 1
                : Math.max(common[e + 1][a], common[e][a + 1]);
      }
    }
    if (common[0][0] == expected.size() && expected.size() == actual.size()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    int e = 0;
    int a = 0;
    while (e < expected.size() || a < actual.size()) {
      boolean both = e < expected.size() && a < actual.size();
      if (both && isSame(expected.get(e), actual.get(a))) {
        lines.add("  " + actual.get(a++));
        e++;
      } else if (a == actual.size() || (both && common[e + 1][a] >= common[e][a + 1])) {
        lines.add("- " + expected.get(e++));
      } else {
        lines.add("+ " + actual.get(a++));
      }
    }
    return lines;
  }
}

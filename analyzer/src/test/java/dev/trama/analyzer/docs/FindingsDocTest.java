package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.finding.Detector;
import dev.trama.analyzer.analyse.finding.Detectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/findings.md has every finding, and says what it looks for in the detector's own words. */
class FindingsDocTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\| (.*?) \\|");

  @Test
  void table_hasEveryFinding() throws IOException {
    List<String> rows =
        ROW.matcher(Files.readString(Path.of("../docs/findings.md")))
            .results()
            .map(row -> row.group(1) + ": " + row.group(2))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Detectors.all().stream().map(FindingsDocTest::row).toList());
  }

  private static String row(Detector detector) {
    return detector.id() + ": " + detector.looksFor();
  }
}

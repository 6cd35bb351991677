package dev.trama.analyzer.render.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.trama.analyzer.AgentRun;
import dev.trama.analyzer.cli.CommandLineRun;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.workload.Stage;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a file that the agent wrote for a reason begins with it; that of another does not.
 */
class DumpedPageIT {
  @TempDir private Path dir;

  @Test
  void reasonIsOnTop_andLeadsToTheSecondsBefore() throws Exception {
    Optional<Path> chromium = Browser.find();
    assumeTrue(chromium.isPresent(), "no Chromium");
    Path recorded = AgentRun.record(dir, Stage.class);
    Recording recording =
        RecordingReader.open(List.of(recorded), CodeMap.standard(List.of())).readAll(false);
    Path page = dir.resolve("dumped.html");
    write(dumpedAtItsEnd(recording), page);
    Path plain = dir.resolve("plain.html");
    CommandLineRun.successful("report", recorded.toString(), "-o", plain.toString());
    try (Browser browser = new Browser(chromium.get())) {
      Page tab = browser.open(page, "view=points", ColorScheme.LIGHT);
      assertThat(tab.locator(".dumped"))
          .containsText("Dumped <stuck(lock)>1s>: #17 for 1.2 s, at ");
      assertThat(tab.locator(".dumped")).containsText("Of this ring it is file 2.");
      tab.locator(".dumped a").click();
      assertThat(tab).hasURL(Pattern.compile(".*view=points.*[&]from=0&to=\\d+.*"));
      assertThat(tab.locator("div.chip")).isVisible();
      assertThat(browser.open(plain, "", ColorScheme.LIGHT).locator(".dumped")).hasCount(0);
      assertThat(browser.complaints).isEmpty();
    }
  }

  private static Recording dumpedAtItsEnd(Recording recording) {
    RecordingInfo info = recording.info();
    List<Dump> dumps =
        List.of(
            new Dump(info.startNanos(), "", "somebody asked"),
            new Dump(info.endNanos(), "<stuck(lock)>1s>", "#17 for 1.2 s"));
    return new Recording(
        new RecordingInfo(
            info.files(),
            info.startNanos(),
            info.endNanos(),
            info.lastChunkNanos(),
            info.chunks(),
            info.jdk(),
            info.source(),
            info.lostBytes(),
            info.warnings(),
            dumps),
        recording.tasks(),
        recording.wakes(),
        recording.names(),
        recording.owners(),
        recording.pinned(),
        recording.contexts(),
        recording.completeness(),
        recording.anomalies());
  }

  private static void write(Recording recording, Path page) throws Exception {
    try (Writer out = Files.newBufferedWriter(page)) {
      HtmlReport.write(recording, List.of(), List.of(), out);
    }
  }
}

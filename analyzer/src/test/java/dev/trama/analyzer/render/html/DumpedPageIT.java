package dev.trama.analyzer.render.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a file that the agent wrote for a reason begins with it; that of another does not.
 */
class DumpedPageIT {
  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir private Path dir;

  @Test
  void reasonIsOnTop_andLeadsToTheSecondsBefore() throws Exception {
    Path recorded = AgentRun.record(dir, Stage.class);
    Recording recording =
        RecordingReader.open(List.of(recorded), CodeMap.standard(List.of())).readAll(false);
    Path plain = dir.resolve("plain.html");
    CommandLineRun.successful("report", recorded.toString(), "-o", plain.toString());
    Page tab = browser.open(dumpedAtItsEnd(recording), dir, "view=points", ColorScheme.LIGHT);
    assertThat(tab.locator(".dumped")).containsText("Dumped <stuck(lock)>1s>: #17 for 1.2 s, at ");
    assertThat(tab.locator(".dumped")).containsText("It is file 2 of this ring.");
    tab.locator(".dumped a").click();
    assertThat(tab).hasURL(Pattern.compile(".*view=points.*[&]from=0&to=\\d+.*"));
    assertThat(tab.locator("div.chip")).isVisible();
    assertThat(browser.open(plain, "", ColorScheme.LIGHT).locator(".dumped")).hasCount(0);
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
}

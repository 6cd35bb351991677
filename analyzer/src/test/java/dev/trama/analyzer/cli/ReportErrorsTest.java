package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportErrorsTest {
  @TempDir Path dir;

  private static final class Something extends Event {}

  private Path recording() throws IOException {
    Path file = dir.resolve("some.jfr");
    try (var recording = new Recording()) {
      recording.start();
      new Something().commit();
      recording.stop();
      recording.dump(file);
    }
    return file;
  }

  private static void assertOneLine(Outcome outcome, String... parts) {
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("trama: ").contains(parts);
  }

  @Test
  void noOutput_isAskedFor() {
    assertOneLine(Outcome.of("report", "some.jfr"), "--out", "trama report --help");
  }

  @Test
  void directoryOfOutputMissing_isSaid() throws IOException {
    String out = dir + "/none/out.html";
    assertOneLine(
        Outcome.of("report", recording().toString(), "-o", out), out, "directory does not exist");
  }

  @Test
  void outputIsADirectory_isSaid() throws IOException {
    assertOneLine(
        Outcome.of("report", recording().toString(), "-o", dir.toString()), "cannot write");
  }

  @Test
  void sourcesMissing_areNamed() throws IOException {
    String none = dir.resolve("none").toString();
    assertOneLine(
        Outcome.of("report", recording().toString(), "-o", dir + "/x.html", "--sources", none),
        none,
        "source root");
  }

  @Test
  void recordingWithoutVirtualThreads_makesAPage() throws IOException {
    Path out = dir.resolve("x.html");
    var outcome = Outcome.of("report", recording().toString(), "-o", out.toString());
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(Files.readString(out)).contains("Content-Security-Policy");
  }
}

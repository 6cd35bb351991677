package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  @TempDir Path directory;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endedInTheMiddle_leavesWhatWasThere() throws Exception {
    Path file = Files.writeString(directory.resolve("old.html"), "old");
    Process writer = startWriting(file);
    writer.destroy();
    writer.waitFor();
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("old.html");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endedInTheMiddle_leavesNothingWhereNothingWas() throws Exception {
    Process writer = startWriting(directory.resolve("new.html"));
    assertThat(names()).noneMatch(name -> name.equals("new.html"));
    writer.destroy();
    writer.waitFor();
    assertThat(names()).isEmpty();
  }

  @Test
  void failedInTheMiddle_leavesNothing() throws IOException {
    Path file = directory.resolve("x.html");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write("half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UserError.class)
        .hasMessage("cannot write " + file + ": No space left on device");
    assertThat(names()).isEmpty();
  }

  @Test
  void whole_replacesWhatWasThere_behindALinkToo() throws IOException {
    Path file = Files.writeString(directory.resolve("x.html"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.html"), file);
    WholeFile.write(link, out -> out.write("new"));
    assertThat(file).hasContent("new");
    assertThat(link).isSymbolicLink();
    assertThat(names()).containsExactly("link.html", "x.html");
  }

  /** Returns when half of the file is written. */
  private static Process startWriting(Path file) throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HalfWritten.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(writer.inputReader().readLine()).isEqualTo("half");
    return writer;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {
  @TempDir Path dir;

  private static void assertOneLine(Outcome outcome, String... parts) {
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("trama: ").contains(parts);
  }

  @Test
  void unknownCommand_suggestsOne() {
    assertOneLine(Outcome.of("sumary"), "sumary", "summary", "--help");
  }

  @Test
  void unknownOption_isNamed() {
    assertOneLine(Outcome.of("trace", "--tusk=7", "x.jfr"), "--tusk", "trama trace --help");
  }

  @Test
  void noCommand_pointsToHelp() {
    assertOneLine(Outcome.of(), "no command", "--help");
  }

  @Test
  void missingFile_isNamed() {
    assertOneLine(Outcome.of("summary", dir + "/none.jfr"), "none.jfr", "no such file");
  }

  @Test
  void emptyFile_isSaidToBeEmpty() throws IOException {
    Path empty = Files.createFile(dir.resolve("empty.jfr"));
    assertOneLine(Outcome.of("trace", empty.toString()), "empty.jfr", "is empty");
  }

  @Test
  void foreignFile_isNoRecording() throws IOException {
    Path foreign = Files.writeString(dir.resolve("foreign.jfr"), "PK".repeat(400));
    assertOneLine(Outcome.of("points", foreign.toString()), "not a JFR recording");
  }

  @Test
  void directoryWithoutRecordings_isNamed() {
    assertOneLine(Outcome.of("summary", dir.toString()), dir.toString(), "no .jfr file");
  }

  @Test
  void badTime_saysHowToWriteOne() {
    assertOneLine(Outcome.of("points", "--from", "soon", "x.jfr"), "soon", "1.5ms");
  }

  @Test
  void debug_showsTheStackTrace() {
    var outcome = Outcome.of("summary", "--debug", dir + "/none.jfr");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("UnreadableRecording").contains("\tat ");
  }
}

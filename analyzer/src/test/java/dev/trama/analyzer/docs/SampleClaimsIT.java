package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.cli.ChildProcess;
import dev.trama.analyzer.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** What the samples' pages say of wakers, counts and carriers, which their shape leaves out. */
@EnabledForJreRange(minVersion = 24)
final class SampleClaimsIT {
  @TempDir Path directory;

  @Test
  void everySampleHasAPageThatRunsIt() throws Exception {
    List<String> names =
        CommandLineRun.successful("demo", "--list")
            .lines()
            .map(line -> line.split(" ")[0])
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    List<List<String>> shown = new ArrayList<>();
    for (Path page : DocumentedCommandsIT.pages()) {
      for (Excerpt excerpt : Excerpt.allIn(ChildProcess.PROJECT.resolve(page))) {
        shown.add(excerpt.arguments());
      }
    }
    for (String name : names) {
      assertThat(shown).anyMatch(arguments -> isDemo(arguments, name));
    }
  }

  @Test
  void stuck_threeAwaitsHaveNotEnded() throws Exception {
    String recording = record("stuck");

    assertThat(CommandLineRun.successful("trace", recording, "--task", "sleeping-beauty"))
        .containsPattern("await condition .*not ended");
    assertThat(CommandLineRun.successful("trace", recording, "--task", "transfer-a-to-b"))
        .containsPattern("await lock .*not ended");
    assertThat(CommandLineRun.successful("trace", recording, "--task", "transfer-b-to-a"))
        .containsPattern("await lock .*not ended");
  }

  @Test
  void cooperative_meanwhileNamesTheTaskThatKeptTheCarrier() throws Exception {
    String recording = record("cooperative");

    assertThat(CommandLineRun.successful("trace", recording, "--task", "ticker-1", "--timeline"))
        .containsPattern("meanwhile carrier-1 ran .*hog-1 \\d+ ms");
  }

  @Test
  void herd_isTwentyTimesAsManyAwaits() throws Exception {
    String recording = record("herd");

    assertThat(CommandLineRun.successful("trace", recording, "--task", "told-one-*", "--merge"))
        .containsPattern("await condition +×40 ");
    assertThat(CommandLineRun.successful("trace", recording, "--task", "told-all-*", "--merge"))
        .containsPattern("await condition +×820 ");
  }

  private static boolean isDemo(List<String> arguments, String name) {
    return arguments.size() >= 2 && arguments.subList(0, 2).equals(List.of("demo", name));
  }

  private String record(String sample) throws Exception {
    ChildProcess demo =
        ChildProcess.run(
            directory,
            Map.of("PATH", System.getenv("PATH"), "TRAMA_JAVA", System.getProperty("java.home")),
            List.of(ChildProcess.PROJECT.resolve("analyzer/bin/trama").toString(), "demo", sample));
    assertThat(demo.status()).as(demo.err()).isZero();
    Path recording = directory.resolve("demo.jfr");
    assertThat(Files.size(recording)).isPositive();
    return recording.toString();
  }
}

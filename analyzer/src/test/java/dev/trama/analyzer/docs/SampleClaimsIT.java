package dev.trama.analyzer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.cli.CommandLineRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** What the samples' pages say of wakers, counts and carriers, which their shape leaves out. */
@EnabledForJreRange(minVersion = 24)
final class SampleClaimsIT {
  @Test
  void everySampleHasAPageThatRunsIt() throws Exception {
    List<String> names =
        CommandLineRun.successful("demo", "--list")
            .lines()
            .map(line -> line.split(" ")[0])
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    List<String> commands = new ArrayList<>();
    for (Page page : Page.all()) {
      page.steps().forEach(step -> commands.add(step.command()));
    }
    assertThat(commands).containsAll(names.stream().map("trama demo "::concat).toList());
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

  private static String record(String sample) throws Exception {
    return Demos.recording(sample).toString();
  }
}

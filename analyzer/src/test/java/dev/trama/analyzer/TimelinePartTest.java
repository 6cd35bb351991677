package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.carriers.CarrierTracks;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.render.text.Palette;
import dev.trama.analyzer.render.text.TimelineText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimelinePartTest {
  @Property(tries = 500)
  void part_hasTheAwaitsThatLieInIt(
      @ForAll long seed,
      @ForAll @LongRange(max = 900) long from,
      @ForAll @LongRange(min = 1, max = 600) long length) {
    Recording recording = RandomRecording.withSuspended(seed);
    long to = from + length;
    List<String> lines =
        new TimelineText(recording, new CarrierTracks(recording), Palette.PLAIN, 0)
            .lines(recording.tasks(), new TimelineText.Part(from, to));
    assertThat(lines.stream().filter(line -> line.contains("  await ")).count())
        .isEqualTo(
            recording.tasks().stream()
                .flatMap(task -> task.awaits().stream())
                .filter(await -> liesIn(await, from, to))
                .count());
  }

  private static boolean liesIn(Await await, long from, long to) {
    return await.endNanos() >= from && await.startNanos() < to;
  }
}

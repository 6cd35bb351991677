package dev.trama.analyzer.render.html;

import dev.trama.analyzer.model.Recording;
import java.util.Arrays;

/** How much of a large recording a page can hold. */
final class DetailLevel {
  private DetailLevel() {}

  /**
   * Awaits shorter than this are folded, so that the longer ones take at most half of the page's
   * room; the folded ones, which share sites with their neighbours, have the other half. 0 when
   * everything fits.
   */
  static long foldBelowNanos(Recording recording, int most) {
    long[] lengths =
        recording.tasks().stream()
            .flatMap(task -> task.awaits().stream())
            .mapToLong(await -> await.durationNanos())
            .toArray();
    if (lengths.length <= most) {
      return 0;
    }
    Arrays.parallelSort(lengths);
    return Math.max(1, lengths[lengths.length - most / 2]);
  }
}

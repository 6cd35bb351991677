package dev.trama.analyzer.analyse.stats;

import java.util.function.IntPredicate;

/** Finds places in sorted sequences. */
public final class Sorted {
  private Sorted() {}

  /**
   * The first index at which a condition holds that also holds for all later ones; {@code size}
   * when it holds for none. Takes logarithmic time.
   */
  public static int first(int size, IntPredicate holds) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

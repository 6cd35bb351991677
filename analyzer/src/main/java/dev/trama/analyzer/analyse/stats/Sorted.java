package dev.trama.analyzer.analyse.stats;

import java.util.function.IntPredicate;

/** Looks places up in what is sorted. */
public final class Sorted {
  private Sorted() {}

  /**
   * The first index at which something holds that holds for all behind it, too; {@code size} when
   * it holds for none. Takes logarithmic time.
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

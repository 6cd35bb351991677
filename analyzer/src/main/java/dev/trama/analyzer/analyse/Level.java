package dev.trama.analyzer.analyse;

import java.util.Arrays;

/**
 * How many of something there were, over time, from its ups and downs in any order. Sampled at
 * {@value #INSTANTS} instants evenly across the recording, so memory does not grow with it.
 */
public final class Level {
  static final int INSTANTS = 1 << 16;

  private final long startNanos;
  private final long bucketNanos;
  private final long[] deltas = new long[INSTANTS];

  public Level(long startNanos, long endNanos) {
    this.startNanos = startNanos;
    this.bucketNanos = Math.max(1, (endNanos - startNanos) / INSTANTS + 1);
  }

  public void up(long atNanos) {
    deltas[bucket(atNanos)]++;
  }

  public void down(long atNanos) {
    deltas[bucket(atNanos)]--;
  }

  private int bucket(long atNanos) {
    return Math.clamp((atNanos - startNanos) / bucketNanos, 0, INSTANTS - 1);
  }

  /** The most at any of the instants. */
  public long max() {
    return Arrays.stream(values()).max().orElse(0);
  }

  /** The mean over all instants from the first change on to the last. */
  public double mean() {
    long[] values = values();
    int first = 0;
    int last = INSTANTS - 1;
    while (first < last && deltas[first] == 0 && values[first] == 0) {
      first++;
    }
    while (last > first && deltas[last] == 0 && values[last] == 0) {
      last--;
    }
    return Arrays.stream(values, first, last + 1).average().orElse(0);
  }

  /** The curve in {@code points} steps, each the most within it. */
  public long[] curve(int points) {
    long[] values = values();
    long[] curve = new long[points];
    for (int i = 0; i < INSTANTS; i++) {
      int at = (int) ((long) i * points / INSTANTS);
      curve[at] = Math.max(curve[at], values[i]);
    }
    return curve;
  }

  /**
   * What was there before the recording shows only in its going down, so the lowest level is taken
   * for zero.
   */
  private long[] values() {
    long[] values = deltas.clone();
    Arrays.parallelPrefix(values, Long::sum);
    long lowest = Math.min(0, Arrays.stream(values).min().orElse(0));
    for (int i = 0; i < values.length; i++) {
      values[i] -= lowest;
    }
    return values;
  }
}

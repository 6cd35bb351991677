package dev.trama.analyzer.analyse.summary;

import java.util.Arrays;

/**
 * How many of something there were, over time, from increments and decrements in any order. Sampled
 * at {@value #INSTANTS} instants evenly across the recording, so memory does not grow with it.
 */
public final class CountOverTime {
  static final int INSTANTS = 1 << 16;

  private final long startNanos;
  private final long bucketNanos;
  private final long[] deltas;

  public CountOverTime(long startNanos, long endNanos) {
    this(startNanos, Math.max(1, (endNanos - startNanos) / INSTANTS + 1), new long[INSTANTS]);
  }

  private CountOverTime(long startNanos, long bucketNanos, long[] deltas) {
    this.startNanos = startNanos;
    this.bucketNanos = bucketNanos;
    this.deltas = deltas;
  }

  CountOverTime copy() {
    return new CountOverTime(startNanos, bucketNanos, deltas.clone());
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

  /** The maximum over the instants. */
  public long max() {
    return Arrays.stream(values()).max().orElse(0);
  }

  /** The curve in {@code points} steps, each the maximum within it. */
  public long[] curve(int points) {
    long[] values = values();
    long[] curve = new long[points];
    for (int i = 0; i < INSTANTS; i++) {
      int at = (int) ((long) i * points / INSTANTS);
      curve[at] = Math.max(curve[at], values[i]);
    }
    return curve;
  }

  /** The count never drops below zero; where it would, an earlier event is missing. */
  private long[] values() {
    long[] values = deltas.clone();
    Arrays.parallelPrefix(values, Long::sum);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
    return values;
  }
}

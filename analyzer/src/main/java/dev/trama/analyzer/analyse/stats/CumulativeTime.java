package dev.trama.analyzer.analyse.stats;

import java.util.Arrays;

/**
 * Answers how much time of a set of intervals, added up where they overlap, lies between two
 * instants; in logarithmic time, from sums over the sorted starts and ends.
 */
public final class CumulativeTime {
  private final long[] starts;
  private final long[] ends;
  private final double[] startSums;
  private final double[] endSums;
  private final long origin;

  /** Intervals are {@code starts[i] .. ends[i]}. */
  public CumulativeTime(long[] starts, long[] ends) {
    this.starts = starts.clone();
    this.ends = ends.clone();
    Arrays.sort(this.starts);
    Arrays.sort(this.ends);
    this.origin = this.starts.length == 0 ? 0 : this.starts[0];
    this.startSums = sums(this.starts);
    this.endSums = sums(this.ends);
  }

  private double[] sums(long[] sorted) {
    double[] sums = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sums[i + 1] = sums[i] + (sorted[i] - origin);
    }
    return sums;
  }

  public long between(long fromNanos, long toNanos) {
    return Math.round(until(toNanos) - until(fromNanos));
  }

  private double until(long nanos) {
    return elapsed(starts, startSums, nanos) - elapsed(ends, endSums, nanos);
  }

  /** The sum of {@code nanos - t} over every {@code t} before it. */
  private double elapsed(long[] sorted, double[] sums, long nanos) {
    int found = Arrays.binarySearch(sorted, nanos);
    int before = found < 0 ? -found - 1 : found;
    return (double) before * (nanos - origin) - sums[before];
  }
}

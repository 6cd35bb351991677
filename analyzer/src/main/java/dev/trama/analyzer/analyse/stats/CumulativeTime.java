package dev.trama.analyzer.analyse.stats;

import java.util.Arrays;

/**
 * Answers how much time of a set of intervals lies between two instants, in nanoseconds; where
 * intervals overlap, each counts. Takes logarithmic time, from sums over the sorted starts and
 * ends. Sums are exact up to 2^53 ns, which is 104 days; beyond, they are rounded.
 */
public final class CumulativeTime {
  private final long[] starts;
  private final long[] ends;
  private final double[] startSums;
  private final double[] endSums;
  private final long origin;

  /**
   * Intervals are {@code starts[i] .. ends[i]}, in any order.
   *
   * @param starts nanoseconds since any one instant
   * @param ends as many, each at or after its start
   */
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

  /** Nanoseconds of all intervals from one instant to a later one; 0 where there is no interval. */
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

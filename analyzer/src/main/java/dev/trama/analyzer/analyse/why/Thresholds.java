package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.stats.Quantiles;

/**
 * Which requests of a name are slow, and which typical.
 *
 * @param slowNanos those that took at least as long are slow
 * @param typicalFromNanos those from here
 * @param typicalToNanos to here are typical, unless they are slow
 */
public record Thresholds(long slowNanos, long typicalFromNanos, long typicalToNanos) {
  private static final double SLOW = 99;
  private static final double TYPICAL_FROM = 40;
  private static final double TYPICAL_TO = 60;

  /** Slow at or above the 99th percentile, typical around the median. */
  public static Thresholds of(Quantiles durations) {
    return slowest(durations, durations.percentile(SLOW));
  }

  /** Slow at or above a duration, typical around the median. */
  public static Thresholds slowest(Quantiles durations, long slowNanos) {
    return new Thresholds(
        slowNanos, durations.percentile(TYPICAL_FROM), durations.percentile(TYPICAL_TO));
  }

  boolean isSlow(long nanos) {
    return nanos >= slowNanos;
  }

  boolean isTypical(long nanos) {
    return !isSlow(nanos) && typicalFromNanos <= nanos && nanos <= typicalToNanos;
  }
}

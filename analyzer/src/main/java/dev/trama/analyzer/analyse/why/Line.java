package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Activity;

/**
 * One line of a comparison: an activity, and how much of a request's time it is.
 *
 * @param slowNanos for a slow request, on average
 * @param typicalNanos for a typical one, on average
 * @param slowCount how many times a slow request did it, on average
 * @param example the slow request that spent most time on it; a typical one if no slow one did it
 * @param exampleNanos how much of that request's time it was
 */
public record Line(
    Activity activity,
    long slowNanos,
    long typicalNanos,
    double slowCount,
    double typicalCount,
    String example,
    long exampleNanos) {

  /**
   * How much it adds to slow requests; over all lines this adds up to the difference of the means.
   */
  public long differenceNanos() {
    return slowNanos - typicalNanos;
  }

  /** How the slow ones differ in it, in a word. */
  public enum How {
    SAME,
    /** The typical ones never do it. */
    ADDED,
    /** The slow ones never do it. */
    MISSING,
    MORE_OFTEN,
    LONGER,
    /** Both more often and longer each time. */
    MORE_AND_LONGER,
    LESS
  }

  private static final double NOTICEABLE = 1.3;

  public How how() {
    if (typicalNanos == 0) {
      return slowNanos == 0 ? How.SAME : How.ADDED;
    }
    if (slowNanos == 0) {
      return How.MISSING;
    }
    double times = slowCount / typicalCount;
    double each = (slowNanos / slowCount) / (typicalNanos / typicalCount);
    if ((double) slowNanos / typicalNanos < 1 / NOTICEABLE) {
      return How.LESS;
    }
    if (times >= NOTICEABLE) {
      return each >= NOTICEABLE ? How.MORE_AND_LONGER : How.MORE_OFTEN;
    }
    return each >= NOTICEABLE ? How.LONGER : How.SAME;
  }
}

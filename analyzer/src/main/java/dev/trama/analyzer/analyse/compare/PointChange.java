package dev.trama.analyzer.analyse.compare;

import dev.trama.analyzer.analyse.stats.Quantiles;

/**
 * A suspension point in two recordings, normalised by their numbers of tasks. A difference counts
 * only when it is larger than chance explains.
 *
 * <p>Medians differ when the 95% confidence intervals of both, read from the distributions' ranks,
 * do not meet and they are 5% apart; counts differ when they are three standard deviations of a
 * Poisson process and 5% apart.
 *
 * @param before its distribution in the first recording; without values when it was not there
 */
public record PointChange(
    String kind,
    String method,
    String site,
    Quantiles before,
    Quantiles after,
    double tasksBefore,
    double tasksAfter) {
  private static final double Z95 = 1.96;
  private static final double NOTICEABLE = 0.05;
  private static final int MIN_COUNT = 6;

  /** How the point changed. */
  public enum Verdict {
    NEW,
    GONE,
    SLOWER,
    FASTER,
    MORE,
    FEWER,
    /** Within chance. */
    NOISE
  }

  public double perTaskBefore() {
    return before.count() / Math.max(1, tasksBefore);
  }

  public double perTaskAfter() {
    return after.count() / Math.max(1, tasksAfter);
  }

  /** How much longer a task awaits here on average, in nanoseconds. */
  public long nanosPerTaskChange() {
    return Math.round(
        after.total() / Math.max(1, tasksAfter) - before.total() / Math.max(1, tasksBefore));
  }

  public Verdict verdict() {
    if (before.count() == 0) {
      return Verdict.NEW;
    }
    if (after.count() == 0) {
      return Verdict.GONE;
    }
    if (mediansDiffer()) {
      return after.p50() > before.p50() ? Verdict.SLOWER : Verdict.FASTER;
    }
    if (countsDiffer()) {
      return perTaskAfter() > perTaskBefore() ? Verdict.MORE : Verdict.FEWER;
    }
    return Verdict.NOISE;
  }

  private boolean mediansDiffer() {
    if (before.count() < MIN_COUNT || after.count() < MIN_COUNT) {
      return false;
    }
    boolean apart = low(after) > high(before) || high(after) < low(before);
    return apart && isNoticeable((double) before.p50(), (double) after.p50());
  }

  private boolean countsDiffer() {
    double a = Math.max(1, tasksBefore);
    double b = Math.max(1, tasksAfter);
    double deviation = Math.sqrt(before.count() / (a * a) + after.count() / (b * b));
    boolean apart = Math.abs(perTaskAfter() - perTaskBefore()) > 3 * deviation;
    return apart && isNoticeable(perTaskBefore(), perTaskAfter());
  }

  private static boolean isNoticeable(double x, double y) {
    return Math.abs(x - y) > NOTICEABLE * Math.max(x, y);
  }

  private static long low(Quantiles of) {
    return of.percentile(50 - 50 * Z95 / Math.sqrt((double) of.count()));
  }

  private static long high(Quantiles of) {
    return of.percentile(50 + 50 * Z95 / Math.sqrt((double) of.count()));
  }
}

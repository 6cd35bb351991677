package dev.trama.analyzer.model;

/**
 * What the agent has seen and what it could keep, so that a report can say what is missing. The
 * counters begin when the agent started.
 *
 * @param stackMismatches recognised stacks that proved wrong when the agent verified them
 */
public record Completeness(
    long seen,
    long committed,
    long withoutStack,
    long lost,
    long wakerUnknown,
    long probeFailures,
    long stackMismatches,
    long captureNanos,
    double budget) {
  /** For a recording without such counters. */
  public static final Completeness UNKNOWN = new Completeness(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The counters only grow, so of two the larger is the later. */
  public Completeness latest(Completeness other) {
    return other.seen >= seen ? other : this;
  }
}

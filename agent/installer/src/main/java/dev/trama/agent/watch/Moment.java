package dev.trama.agent.watch;

import java.util.Map;

/**
 * The virtual threads at one moment.
 *
 * @param atNanos of {@link System#nanoTime()}
 * @param awaits that have ended since the agent started
 * @param awaitingByKind tasks that are suspended and have not been woken
 * @param ready tasks that were woken and have no carrier
 * @param readySinceStart the times of all awaits that have ended
 * @param readyNow how long the tasks that are ready have been ready
 * @param longestByKind the longest await of each kind that has not ended
 * @param longestContended the longest of those that other tasks should end soon, and of ready tasks
 * @param pinnedNanos the longest await that has blocked its carrier since the moment before
 * @param cycle tasks that await each other; empty when there are none
 */
record Moment(
    long atNanos,
    long awaits,
    Map<String, Long> awaitingByKind,
    long ready,
    ReadyCounts readySinceStart,
    ReadyCounts readyNow,
    Map<String, Longest> longestByKind,
    Longest longestContended,
    long pinnedNanos,
    String cycle) {
  Moment {
    awaitingByKind = Map.copyOf(awaitingByKind);
    longestByKind = Map.copyOf(longestByKind);
  }

  /** An await that has not ended. */
  record Longest(long nanos, String task) {
    static final Longest NONE = new Longest(0, "");
  }

  long awaiting() {
    return awaiting("");
  }

  /** How many tasks await, of one kind or of all. */
  long awaiting(String kind) {
    return kind.isEmpty()
        ? awaitingByKind.values().stream().mapToLong(Long::longValue).sum()
        : awaitingByKind.getOrDefault(kind, 0L);
  }

  /**
   * The longest await of the kind; when it is empty, the longest that other tasks should end soon.
   */
  Longest longest(String kind) {
    return kind.isEmpty() ? longestContended : longestByKind.getOrDefault(kind, Longest.NONE);
  }

  /** How long the oldest await of any kind has lasted. */
  long oldestNanos() {
    return longestByKind.values().stream().mapToLong(Longest::nanos).max().orElse(0);
  }
}

package dev.trama.agent.watch;

import java.util.Optional;
import java.util.OptionalLong;

/** When the recording is to be written to a file. */
public sealed interface Condition {
  /** As the user wrote it. */
  String text();

  /** How many seconds of the past it covers. */
  default int windowSeconds() {
    return 1;
  }

  /** What was measured, if the condition holds now; empty if it does not. */
  Optional<String> check(History history);

  /** The time from being woken to running again, of the awaits that ended in the window. */
  record ReadyTime(String text, double quantile, long limitNanos, int windowSeconds)
      implements Condition {
    @Override
    public Optional<String> check(History history) {
      ReadyCounts counts = history.readyIn(windowSeconds);
      OptionalLong measured = counts.quantile(quantile);
      return measured.isPresent() && measured.getAsLong() > limitNanos
          ? Optional.of(
              Units.time(measured.getAsLong())
                  + ", of "
                  + counts.total()
                  + " times in "
                  + windowSeconds
                  + " s")
          : Optional.empty();
    }
  }

  /** How many tasks are ready and have no carrier, during the whole window. */
  record ReadyTasks(String text, long limit, int windowSeconds) implements Condition {
    @Override
    public Optional<String> check(History history) {
      return history.holdsFor(windowSeconds, moment -> moment.ready() > limit)
          ? Optional.of(history.now().ready() + " ready")
          : Optional.empty();
    }
  }

  /**
   * How many tasks await, during the whole window.
   *
   * @param kind of await; all kinds when empty
   */
  record AwaitingTasks(String text, String kind, long limit, int windowSeconds)
      implements Condition {
    @Override
    public Optional<String> check(History history) {
      return history.holdsFor(windowSeconds, moment -> moment.awaiting(kind) > limit)
          ? Optional.of(history.now().awaiting(kind) + " awaiting")
          : Optional.empty();
    }
  }

  /**
   * An await that has lasted for long.
   *
   * @param kind of await; when empty, awaits that other tasks should end soon: of locks, monitors
   *     and pools, and tasks that are ready
   */
  record Stuck(String text, String kind, long limitNanos) implements Condition {
    @Override
    public Optional<String> check(History history) {
      Moment.Longest longest = history.now().longest(kind);
      return longest.nanos() > limitNanos
          ? Optional.of(longest.task() + " for " + Units.time(longest.nanos()))
          : Optional.empty();
    }
  }

  /** An await that has blocked its carrier for long, ended or not. */
  record Pinned(String text, long limitNanos) implements Condition {
    @Override
    public Optional<String> check(History history) {
      long nanos = history.now().pinnedNanos();
      return nanos > limitNanos
          ? Optional.of("a carrier blocked for " + Units.time(nanos))
          : Optional.empty();
    }
  }

  /** Tasks that each await a lock or monitor which the next one holds. */
  record WaitCycle(String text) implements Condition {
    @Override
    public Optional<String> check(History history) {
      String cycle = history.now().cycle();
      return cycle.isEmpty() ? Optional.empty() : Optional.of(cycle);
    }
  }
}

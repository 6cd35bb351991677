package dev.trama.analyzer.analyse.summary;

import dev.trama.analyzer.model.RecordingSpan;
import java.util.HashMap;
import java.util.Map;

/**
 * How many tasks were in flight and how many ran, over time, from starts, ends and awaits in any
 * order.
 *
 * <p>A task that began before the recording, as every task did that existed when the agent was
 * attached, is in flight from the recording's beginning on. Whether it ran is not known until its
 * first await has ended, because the await that it was in may not have been seen; so until then it
 * does not count as running.
 */
final class ConcurrencyFold {
  /** Beyond this many tasks from before the recording, the rest count as if they had run. */
  private static final int MAX_ELDERS = 1 << 19;

  private final RecordingSpan recording;
  private final CountOverTime inFlight;
  private final CountOverTime running;
  private final IdSet started = new IdSet();
  private final IdSet ended = new IdSet();

  /** Tasks without a start event so far, and when they first stopped running. */
  private final Map<Long, Long> elders = new HashMap<>();

  ConcurrencyFold(RecordingSpan recording) {
    this.recording = recording;
    this.inFlight = new CountOverTime(recording.startNanos(), recording.endNanos());
    this.running = new CountOverTime(recording.startNanos(), recording.endNanos());
  }

  void started(long task, long atNanos) {
    if (started.add(task)) {
      elders.remove(task);
      inFlight.up(atNanos);
      running.up(atNanos);
    }
  }

  void ended(long task, long atNanos) {
    if (ended.add(task)) {
      inFlight.down(atNanos);
      stopped(task, atNanos);
    }
  }

  void awaited(long task, long startNanos, long endNanos) {
    stopped(task, startNanos);
    running.up(endNanos);
  }

  void stillAwaiting(long task, long startNanos) {
    stopped(task, startNanos);
  }

  /** On the hot path: one bit says that a task has started, and so is no elder. */
  private void stopped(long task, long atNanos) {
    running.down(atNanos);
    if (!started.contains(task) && (elders.size() < MAX_ELDERS || elders.containsKey(task))) {
      elders.merge(task, atNanos, Math::min);
    }
  }

  IdSet startedTasks() {
    return started;
  }

  IdSet endedTasks() {
    return ended;
  }

  /** Without any start or end of a task it is not known how many there were at a time. */
  boolean areKnown() {
    return started.size() + ended.size() > 0;
  }

  /** Tasks begun and not ended; empty when starts and ends are not known. */
  CountOverTime inFlight() {
    CountOverTime level = inFlight.copy();
    if (areKnown()) {
      elders.keySet().forEach(task -> level.up(recording.startNanos()));
    }
    return level;
  }

  /** Tasks on a carrier; empty when starts and ends are not known. */
  CountOverTime running() {
    if (!areKnown()) {
      return inFlight();
    }
    CountOverTime level = running.copy();
    elders.values().forEach(level::up);
    return level;
  }
}

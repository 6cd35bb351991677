package dev.trama.analyzer.export.task;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.ThreadRef;
import java.util.Optional;

/**
 * Receives tasks as they are followed: the slices of each come in order of time, without overlaps.
 */
public interface TaskSink {
  /**
   * The task was seen for the first time; called before any slice of it, and of others in the same
   * window.
   */
  default void seen(TaskLife task) {}

  /** Born, but not yet run. */
  default void readyAtSpawn(TaskLife task, long startNanos, long endNanos) {}

  /**
   * On a carrier, which may be unknown.
   *
   * @param next the await that ended it; absent at the end of the task or the recording
   */
  default void running(
      TaskLife task, long startNanos, long endNanos, ThreadRef carrier, Optional<Await> next) {}

  /** An await and the ready time at its end; its start is cut where it overlaps the one before. */
  default void awaited(TaskLife task, Await await) {}

  /** All of its slices have been seen, and its totals are final. */
  default void finished(TaskLife task) {}
}

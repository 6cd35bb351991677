package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Task;
import java.util.Optional;

/**
 * A stretch of one thread's life that a request took.
 *
 * @param threadId Java thread id
 * @param task empty for a platform thread, whose awaits are not recorded
 */
public record Part(long threadId, Optional<Task> task, long startNanos, long endNanos) {
  static Part of(Task task, long startNanos, long endNanos) {
    return new Part(task.id(), Optional.of(task), startNanos, Math.max(startNanos, endNanos));
  }

  static Part whole(Task task) {
    return of(task, task.spawnedNanos(), task.endNanos());
  }

  public long durationNanos() {
    return endNanos - startNanos;
  }

  boolean contains(long nanos) {
    return startNanos <= nanos && nanos <= endNanos;
  }
}

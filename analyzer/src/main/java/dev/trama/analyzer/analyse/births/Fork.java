package dev.trama.analyzer.analyse.births;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;

/** A task of a scope. */
public record Fork(Task task, Outcome outcome) {
  /** What became of it. */
  public enum Outcome {
    ENDED,
    /** It was interrupted in its last await, as tasks of a cancelled scope are, and ended. */
    CANCELLED,
    /** It had not ended when the recording did. */
    ALIVE;

    static Outcome of(Task task) {
      if (task.truncation().endIsUnknown()) {
        return ALIVE;
      }
      return task.lastAwait().filter(a -> a.ending() == Await.Ending.INTERRUPTED).isPresent()
          ? CANCELLED
          : ENDED;
    }
  }

  public long durationNanos() {
    return task.endNanos() - task.spawnedNanos();
  }
}

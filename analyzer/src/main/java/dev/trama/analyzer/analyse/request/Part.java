package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Awaits;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Truncation;
import java.util.List;
import java.util.Optional;

/**
 * An interval of a thread's life in which it worked for a request.
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

  /** Whether it is all of a task's life. */
  boolean isWhole() {
    return task.isPresent()
        && startNanos <= task.get().spawnedNanos()
        && endNanos >= task.get().endNanos();
  }

  /** The task as if it had lived only for this interval; empty for a platform thread. */
  public Optional<Task> stretch() {
    return task.map(this::cut);
  }

  private Task cut(Task whole) {
    boolean fromBirth = startNanos <= whole.spawnedNanos();
    boolean toEnd = endNanos >= whole.endNanos();
    List<Await> awaits =
        whole.awaits().stream()
            .filter(await -> await.endNanos() > startNanos && await.startNanos() < endNanos)
            .map(
                await ->
                    Awaits.bounded(
                        await,
                        Math.max(await.startNanos(), startNanos),
                        Math.min(await.endNanos(), endNanos)))
            .toList();
    return new Task(
        whole.id(),
        whole.name(),
        whole.entry(),
        fromBirth ? whole.spawn() : Optional.empty(),
        fromBirth ? whole.startNanos() : startNanos,
        Math.min(endNanos, whole.endNanos()),
        Truncation.of(
            !fromBirth || !whole.truncation().startIsUnknown(),
            !toEnd || !whole.truncation().endIsUnknown()),
        awaits);
  }

  /** The outermost frame of the application in the first await that has one. */
  Optional<Frame> entry() {
    List<Await> awaits = task.map(Task::awaits).orElse(List.of());
    for (int i = firstEndingAfter(awaits); i < awaits.size(); i++) {
      Await await = awaits.get(i);
      if (await.startNanos() >= endNanos) {
        break;
      }
      Optional<Frame> entry = Connection.entry(await.stack());
      if (entry.isPresent() && !await.stack().isTruncated()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  private int firstEndingAfter(List<Await> awaits) {
    return Sorted.first(awaits.size(), i -> awaits.get(i).endNanos() > startNanos);
  }

  boolean contains(long nanos) {
    return startNanos <= nanos && nanos <= endNanos;
  }
}

package dev.trama.analyzer.analyse.births;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import java.util.List;
import java.util.Optional;

/**
 * A scope of structured concurrency.
 *
 * @param owner thread id of the thread that opened it
 * @param forks in order of birth
 * @param join the owner's longest await of them; empty when it did not have to wait, or when it is
 *     no virtual thread
 * @param waitedFor the fork that ended that await; empty when that is not known
 */
public record Scope(long owner, List<Fork> forks, Optional<Await> join, Optional<Task> waitedFor) {
  public Scope {
    forks = List.copyOf(forks);
  }

  /**
   * From the first fork's birth to the last one's end, or to the end of the join, in nanoseconds.
   */
  public long durationNanos() {
    long start = forks.stream().mapToLong(f -> f.task().spawnedNanos()).min().orElse(0);
    long end = forks.stream().mapToLong(f -> f.task().endNanos()).max().orElse(0);
    return Math.max(end, join.map(Await::endNanos).orElse(end)) - start;
  }

  public long cancelled() {
    return forks.stream().filter(f -> f.outcome() == Fork.Outcome.CANCELLED).count();
  }
}

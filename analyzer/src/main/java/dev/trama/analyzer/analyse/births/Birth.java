package dev.trama.analyzer.analyse.births;

import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Task;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks of one sort that were started at one place by tasks of one sort. Where tasks of a sort
 * start tasks of the same sort, these count in the same node.
 */
public final class Birth {
  /**
   * @param who the sort of task, or the family of threads
   * @param site where they were started; empty when their start was not recorded
   */
  public record Key(String who, String site, Container container) {}

  private final Key key;
  private final Optional<Birth> parent;
  private final Map<Key, Birth> children = new LinkedHashMap<>();
  private final Quantiles lives = new Quantiles();
  private long count;
  private long alive;
  private long cancelled;
  private boolean recursive;

  Birth(Key key, Optional<Birth> parent) {
    this.key = key;
    this.parent = parent;
  }

  /** The node of the tasks that this one started; itself or one above if the key is the same. */
  Birth child(Key of) {
    for (Optional<Birth> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
      if (at.get().key.equals(of)) {
        at.get().recursive = true;
        return at.get();
      }
    }
    return children.computeIfAbsent(of, k -> new Birth(k, Optional.of(this)));
  }

  void add(Task task) {
    count++;
    switch (Fork.Outcome.of(task)) {
      case ALIVE -> alive++;
      case CANCELLED -> {
        cancelled++;
        lives.add(task.endNanos() - task.spawnedNanos());
      }
      case ENDED -> lives.add(task.endNanos() - task.spawnedNanos());
    }
  }

  public Key key() {
    return key;
  }

  /** How many tasks; 0 for threads that are not tasks. */
  public long count() {
    return count;
  }

  /** How many had not ended when the recording did. */
  public long alive() {
    return alive;
  }

  /** How many were interrupted in their last await. */
  public long cancelled() {
    return cancelled;
  }

  /** Durations from birth to end, of those that ended. */
  public Quantiles lives() {
    return lives;
  }

  /** Whether some of them started others like them. */
  public boolean isRecursive() {
    return recursive;
  }

  /** Those with most tasks first. */
  public List<Birth> children() {
    return children.values().stream()
        .sorted(
            Comparator.comparingLong(Birth::count)
                .reversed()
                .thenComparing(birth -> birth.key.who())
                .thenComparing(birth -> birth.key.site()))
        .toList();
  }
}

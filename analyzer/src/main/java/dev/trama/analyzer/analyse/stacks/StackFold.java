package dev.trama.analyzer.analyse.stacks;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** How often and how long each stack awaited; memory grows only with the stacks. */
public final class StackFold implements Consumer<TraceEvent> {
  private final BiPredicate<ThreadRef, Await> filter;
  private final Map<Key, Tally> tallies = new HashMap<>();

  /** A stack and what it awaited. */
  public record Key(Stack stack, FineKind kind, boolean pinned) {}

  /** How often and how long. */
  public static final class Tally {
    private long count;
    private long nanos;

    private void add(long durationNanos) {
      count++;
      nanos += durationNanos;
    }

    public long count() {
      return count;
    }

    public long nanos() {
      return nanos;
    }
  }

  public StackFold(BiPredicate<ThreadRef, Await> filter) {
    this.filter = filter;
  }

  @Override
  public void accept(TraceEvent event) {
    if (event instanceof TraceEvent.Awaited(ThreadRef task, Await await)
        && filter.test(task, await)) {
      tallies
          .computeIfAbsent(
              new Key(await.stack(), await.fine(), await.isPinned()), key -> new Tally())
          .add(await.durationNanos());
    }
  }

  public Map<Key, Tally> tallies() {
    return Map.copyOf(tallies);
  }
}

package dev.trama.analyzer.analyse.words;

import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Names of threads by id, from events. Capped, so that memory stays bounded. */
public final class ThreadNames implements Consumer<TraceEvent> {
  private static final int MAX_NAMES = 100_000;

  /** The smallest ids are kept, so that the order of events makes no difference. */
  private final NavigableMap<Long, String> names = new TreeMap<>();

  @Override
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.Awaited ignored -> {} // the most frequent event; others name its task
      case TraceEvent.StillAwaiting e -> learn(e.task());
      case TraceEvent.Woke e -> learn(e.wake().waker());
      case TraceEvent.Spawned e -> {
        learn(e.child());
        learn(e.spawn().parent());
      }
      case TraceEvent.Started e -> learn(e.task());
      case TraceEvent.Ended e -> learn(e.task());
      case TraceEvent.PinnedBecause e -> learn(e.task());
      case TraceEvent.Agent ignored -> {}
      case TraceEvent.Worked ignored -> {}
      case TraceEvent.Counted ignored -> {}
    }
  }

  private void learn(ThreadRef thread) {
    if (!thread.name().isEmpty()) {
      names.put(thread.id(), thread.name());
      if (names.size() > MAX_NAMES) {
        names.pollLastEntry();
      }
    }
  }

  /** {@code #id} when the name is not known. */
  public String name(long id) {
    return names.getOrDefault(id, "#" + id);
  }
}

package dev.trama.analyzer.analyse.points;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Waker;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Which threads ended a set of awaits, and how often. */
public final class WakerCounts {
  /**
   * Beyond this many different wakers the rest is counted as one, so that memory stays bounded. The
   * wakers with the smallest ids are kept, so that the order of events makes no difference.
   */
  private static final int DISTINCT = 256;

  private final Map<Long, Long> byThread = new HashMap<>();
  private long firstOther = Long.MAX_VALUE;
  private long otherThreads;
  private long timer;
  private long itself;
  private long unknown;

  /** A waker's name, and how many awaits it ended. */
  public record Count(String name, long count) {}

  public void add(Waker waker) {
    switch (waker) {
      case Waker.ByThread(long id) -> {
        if (id >= firstOther) {
          otherThreads++;
        } else {
          byThread.merge(id, 1L, Long::sum);
          if (byThread.size() > DISTINCT) {
            firstOther = Collections.max(byThread.keySet());
            otherThreads += byThread.remove(firstOther);
          }
        }
      }
      case Waker.Timer ignored -> timer++;
      case Waker.Itself ignored -> itself++;
      case Waker.Unknown ignored -> unknown++;
    }
  }

  /** Most frequent first. Threads of one name count as one, numbered ones as {@code name-*}. */
  public List<Count> counts(LongFunction<String> names) {
    Map<String, Long> byName = new HashMap<>();
    byThread.forEach((id, n) -> byName.merge(Names.family(names.apply(id)), n, Long::sum));
    if (byThread.size() == 1) {
      byName.clear();
      byThread.forEach((id, n) -> byName.put(names.apply(id), n));
    }
    if (otherThreads > 0) {
      byName.merge("other threads", otherThreads, Long::sum);
    }
    if (timer > 0) {
      byName.put("timer", timer);
    }
    return byName.entrySet().stream()
        .map(e -> new Count(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name))
        .toList();
  }

  /** Awaits that stayed runnable: yields. */
  public long itself() {
    return itself;
  }

  public long unknown() {
    return unknown;
  }
}

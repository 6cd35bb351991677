package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The slices of tasks, computed once for each task that is asked for, unless there are so many that
 * earlier ones are forgotten.
 */
public final class Lifelines {
  /** Some 50 MB of them. */
  private static final int MAX_LENGTH = 1_000_000;

  private final Map<Long, List<Slice>> slices = new HashMap<>();
  private int held;

  private List<Slice> of(Task task) {
    List<Slice> known = slices.get(task.id());
    if (known != null) {
      return known;
    }
    List<Slice> laidOut = task.slices();
    if (held + laidOut.size() > MAX_LENGTH) {
      slices.clear();
      held = 0;
    }
    held += laidOut.size();
    slices.put(task.id(), laidOut);
    return laidOut;
  }

  /**
   * Calls {@code sink} with what the task did between two instants, clipped to them, in order of
   * time.
   */
  public void between(Task task, long startNanos, long endNanos, Consumer<Cut> sink) {
    List<Slice> all = of(task);
    for (int i = firstEndingAfter(all, startNanos); i < all.size(); i++) {
      Slice slice = all.get(i);
      if (slice.startNanos() >= endNanos) {
        break;
      }
      long from = Math.max(startNanos, slice.startNanos());
      long to = Math.min(endNanos, slice.endNanos());
      if (to > from) {
        sink.accept(new Cut(slice, from, to));
      }
    }
  }

  /** Forgets a task that will not be asked for again soon. */
  public void forget(Task task) {
    List<Slice> forgotten = slices.isEmpty() ? null : slices.remove(task.id());
    held -= forgotten == null ? 0 : forgotten.size();
  }

  /** A slice, or as much of it as lies between two instants. */
  public record Cut(Slice slice, long startNanos, long endNanos) {
    public long durationNanos() {
      return endNanos - startNanos;
    }

    /** Whether its start is the slice's own. */
    public boolean isBegun() {
      return startNanos == slice.startNanos();
    }

    /** Whether its end is the slice's own. */
    public boolean isEnded() {
      return endNanos == slice.endNanos();
    }
  }

  private static int firstEndingAfter(List<Slice> slices, long nanos) {
    return Sorted.first(slices.size(), i -> slices.get(i).endNanos() > nanos);
  }
}

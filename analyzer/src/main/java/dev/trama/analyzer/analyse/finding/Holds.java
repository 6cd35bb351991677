package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stretches for which tasks kept a carrier: running, or pinned, without giving it up. */
final class Holds {
  /**
   * One of them.
   *
   * @param pinned the longest await within it that kept the carrier
   */
  record Hold(Task task, long startNanos, long endNanos, Optional<Await> pinned) {
    long durationNanos() {
      return endNanos - startNanos;
    }
  }

  private final List<Hold> holds = new ArrayList<>();
  private final List<Slice.Ready> ready = new ArrayList<>();

  Holds(Recording recording) {
    recording.tasks().forEach(this::add);
  }

  private void add(Task task) {
    long start = 0;
    long end = 0;
    Optional<Await> pinned = Optional.empty();
    boolean open = false;
    boolean afterPinned = false;
    for (Slice slice : task.slices()) {
      boolean holds =
          switch (slice) {
            case Slice.Running ignored -> true;
            case Slice.Pinned ignored -> true;
            // Who was pinned goes on where it is.
            case Slice.Ready ignored -> open && afterPinned;
            case Slice.Awaiting ignored -> false;
            case Slice.Unknown ignored -> false;
          };
      afterPinned = slice instanceof Slice.Pinned;
      if (slice instanceof Slice.Pinned p && isLonger(p.await(), pinned)) {
        pinned = Optional.of(p.await());
      }
      if (slice instanceof Slice.Ready r && !holds) {
        ready.add(r);
      }
      if (holds) {
        start = open ? start : slice.startNanos();
        end = slice.endNanos();
        open = true;
      } else if (open) {
        holds(task, start, end, pinned);
        pinned = Optional.empty();
        open = false;
      }
    }
    if (open) {
      holds(task, start, end, pinned);
    }
  }

  private void holds(Task task, long start, long end, Optional<Await> pinned) {
    holds.add(new Hold(task, start, end, pinned));
  }

  private static boolean isLonger(Await await, Optional<Await> than) {
    return than.isEmpty() || await.durationNanos() > than.get().durationNanos();
  }

  List<Hold> all() {
    return holds;
  }

  /** When tasks waited for a carrier. */
  List<Slice.Ready> ready() {
    return ready;
  }
}

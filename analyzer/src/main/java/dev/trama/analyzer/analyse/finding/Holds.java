package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.Intervals;
import dev.trama.analyzer.analyse.stats.LongList;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.SliceSink;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stretches for which tasks kept a carrier, running, or pinned without giving it up, and those
 * for which they waited for one. All from one look at each slice; of the short ones, of which there
 * may be millions, only times are kept.
 */
final class Holds {
  /** What is too short for any detector is not kept as an object. */
  private static final long LONG_NANOS = 20_000_000;

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

  /** A slice in which the task ran, without being pinned. */
  record Run(Task task, long startNanos, long endNanos) {
    long durationNanos() {
      return endNanos - startNanos;
    }
  }

  private final LongList starts = new LongList();
  private final List<Hold> longOnes = new ArrayList<>();
  private final List<Run> longRuns = new ArrayList<>();
  private final Intervals ready = new Intervals();
  private final Intervals readyOnCarrier = new Intervals();
  private final LongMap<Boolean> carriers = new LongMap<>();

  Holds(Recording recording) {
    for (Task task : recording.tasks()) {
      var walk = new Walk(task);
      task.eachSlice(walk);
      walk.close();
    }
  }

  /** When holds began, short ones too, in no order. */
  LongList starts() {
    return starts;
  }

  /** Those of 20 ms or more, task by task. */
  List<Hold> longOnes() {
    return longOnes;
  }

  /** The runs of 20 ms or more, task by task. */
  List<Run> longRuns() {
    return longRuns;
  }

  /** When tasks waited for a carrier. */
  Intervals ready() {
    return ready;
  }

  /** When tasks that had been pinned could go on where they were. */
  Intervals readyOnCarrier() {
    return readyOnCarrier;
  }

  /** How many carriers are known to have run something. */
  int carriers() {
    return carriers.size();
  }

  /** Along the slices of one task. */
  private final class Walk implements SliceSink {
    private final Task task;
    private long start;
    private long end;
    private Optional<Await> pinned = Optional.empty();
    private boolean open;
    private boolean afterPinned;

    Walk(Task task) {
      this.task = task;
    }

    @Override
    public void running(long startNanos, long endNanos, ThreadRef carrier) {
      hold(startNanos, endNanos, carrier);
      afterPinned = false;
      if (endNanos - startNanos >= LONG_NANOS) {
        longRuns.add(new Run(task, startNanos, endNanos));
      }
    }

    @Override
    public void pinned(long startNanos, long endNanos, Await await, ThreadRef carrier) {
      hold(startNanos, endNanos, carrier);
      afterPinned = true;
      if (pinned.isEmpty() || await.durationNanos() > pinned.get().durationNanos()) {
        pinned = Optional.of(await);
      }
    }

    /** Who was pinned goes on where it is. */
    @Override
    public void ready(long startNanos, long endNanos) {
      if (open && afterPinned) {
        readyOnCarrier.add(startNanos, endNanos);
        end = endNanos;
      } else {
        ready.add(startNanos, endNanos);
        close();
      }
      afterPinned = false;
    }

    @Override
    public void awaiting(long startNanos, long endNanos, Await await) {
      close();
    }

    @Override
    public void unknown(long startNanos, long endNanos) {
      close();
    }

    private void hold(long startNanos, long endNanos, ThreadRef carrier) {
      start = open ? start : startNanos;
      end = endNanos;
      open = true;
      if (carrier.isKnown()) {
        carriers.putIfAbsent(carrier.id(), true);
      }
    }

    private void close() {
      afterPinned = false;
      if (open) {
        starts.add(start);
        if (end - start >= LONG_NANOS) {
          longOnes.add(new Hold(task, start, end, pinned));
        }
        pinned = Optional.empty();
        open = false;
      }
    }
  }
}

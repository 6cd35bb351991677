package dev.trama.analyzer.analyse.tasks;

import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.List;

/** How a life divides up; the parts add up to the whole because slices leave no gap. */
public record Totals(long running, long awaiting, long pinned, long ready, long unknown) {
  public static final Totals ZERO = new Totals(0, 0, 0, 0, 0);

  public static Totals of(Task task) {
    return of(task.slices());
  }

  public static Totals of(List<Slice> slices) {
    long running = 0;
    long awaiting = 0;
    long pinned = 0;
    long ready = 0;
    long unknown = 0;
    for (Slice slice : slices) {
      switch (slice) {
        case Slice.Running s -> running += s.durationNanos();
        case Slice.Awaiting s -> awaiting += s.durationNanos();
        case Slice.Pinned s -> pinned += s.durationNanos();
        case Slice.Ready s -> ready += s.durationNanos();
        case Slice.Unknown s -> unknown += s.durationNanos();
      }
    }
    return new Totals(running, awaiting, pinned, ready, unknown);
  }

  public Totals plus(Totals other) {
    return new Totals(
        running + other.running,
        awaiting + other.awaiting,
        pinned + other.pinned,
        ready + other.ready,
        unknown + other.unknown);
  }

  public long all() {
    return running + awaiting + pinned + ready + unknown;
  }
}

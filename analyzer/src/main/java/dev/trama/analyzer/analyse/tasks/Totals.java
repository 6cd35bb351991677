package dev.trama.analyzer.analyse.tasks;

import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.List;

/**
 * How the time from a task's spawning to its end divides up, in nanoseconds, for one task or
 * several together. The parts add up to the whole because slices leave no gap; none is negative.
 *
 * @param running on a carrier, as far as the recording shows
 * @param awaiting suspended, its carrier free; without the time until it ran again
 * @param pinned suspended, its carrier held
 * @param ready able to run, and waiting for a carrier; 0 for awaits whose wake-up was not recorded,
 *     where this time counts as awaiting
 * @param unknown alive before its first await in a recording that began later than the task
 */
public record Totals(long running, long awaiting, long pinned, long ready, long unknown) {
  public static final Totals ZERO = new Totals(0, 0, 0, 0, 0);

  /** Of one task, from its spawning to its end or the end of the recording. */
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

  /** The whole: the sum of the parts. */
  public long all() {
    return running + awaiting + pinned + ready + unknown;
  }
}

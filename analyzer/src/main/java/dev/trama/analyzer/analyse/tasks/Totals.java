package dev.trama.analyzer.analyse.tasks;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.SliceSink;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;

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
  /** Of one task, from its spawning to its end or the end of the recording. */
  public static Totals of(Task task) {
    var sums = new Sums();
    task.eachSlice(sums);
    return sums.totals();
  }

  /** Of all of them together. */
  public static Totals of(Iterable<Task> tasks) {
    var sums = new Sums();
    tasks.forEach(task -> task.eachSlice(sums));
    return sums.totals();
  }

  /** The whole: the sum of the parts. */
  public long all() {
    return running + awaiting + pinned + ready + unknown;
  }

  private static final class Sums implements SliceSink {
    private long running;
    private long awaiting;
    private long pinned;
    private long ready;
    private long unknown;

    @Override
    public void running(long startNanos, long endNanos, ThreadRef carrier) {
      running += endNanos - startNanos;
    }

    @Override
    public void ready(long startNanos, long endNanos) {
      ready += endNanos - startNanos;
    }

    @Override
    public void awaiting(long startNanos, long endNanos, Await await) {
      awaiting += endNanos - startNanos;
    }

    @Override
    public void pinned(long startNanos, long endNanos, Await await, ThreadRef carrier) {
      pinned += endNanos - startNanos;
    }

    @Override
    public void unknown(long startNanos, long endNanos) {
      unknown += endNanos - startNanos;
    }

    Totals totals() {
      return new Totals(running, awaiting, pinned, ready, unknown);
    }
  }
}

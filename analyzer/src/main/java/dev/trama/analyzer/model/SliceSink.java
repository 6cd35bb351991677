package dev.trama.analyzer.model;

/**
 * Takes the {@linkplain Slice slices} of a task one by one, in order of time, without one object
 * each: for sums over millions of them. All last longer than 0; times are nanoseconds since the
 * epoch. What a sink does not ask for passes it by.
 */
public interface SliceSink {
  /**
   * @param carrier {@link ThreadRef#UNKNOWN} where no event tells it
   */
  default void running(long startNanos, long endNanos, ThreadRef carrier) {}

  default void ready(long startNanos, long endNanos) {}

  default void awaiting(long startNanos, long endNanos, Await await) {}

  /**
   * @param carrier the one that was blocked; {@link ThreadRef#UNKNOWN} where no event tells it
   */
  default void pinned(long startNanos, long endNanos, Await await, ThreadRef carrier) {}

  default void unknown(long startNanos, long endNanos) {}
}

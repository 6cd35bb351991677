package dev.trama.probe;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A count that many carriers add to at once. Each adds to a stripe of its own, a cache line apart;
 * unlike a LongAdder it never allocates. Budget: 5 ns an addition.
 */
final class Counter {
  private static final int STRIPES = 16;
  private static final int LINE = 8;

  private final AtomicLongArray stripes = new AtomicLongArray(STRIPES * LINE);

  /** Adds one; {@code stripe} is any number that differs between threads that run at once. */
  void increment(long stripe) {
    add(stripe, 1);
  }

  void add(long stripe, long amount) {
    stripes.getAndAdd((int) (stripe & (STRIPES - 1)) * LINE, amount);
  }

  long sum() {
    long sum = 0;
    for (int i = 0; i < STRIPES * LINE; i += LINE) {
      sum += stripes.get(i);
    }
    return sum;
  }
}

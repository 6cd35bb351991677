package dev.trama.probe;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The longest pinned await that ended since the last call of {@link #take}. Pinned awaits are rare.
 */
public final class PinnedTimes {
  private static final AtomicLong longest = new AtomicLong();

  private PinnedTimes() {}

  static void add(long nanos) {
    long known = longest.get();
    while (nanos > known && !longest.compareAndSet(known, nanos)) {
      known = longest.get();
    }
  }

  /** Returns its duration in nanoseconds and forgets it; 0 when there was none. */
  public static long take() {
    return longest.getAndSet(0);
  }
}

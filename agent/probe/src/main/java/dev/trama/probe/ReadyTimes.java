package dev.trama.probe;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long threads were ready before they ran again: counts by length since the agent started.
 * There are eight buckets for each power of two, so a length is known to an eighth. Striped as
 * {@link Counter} is; budget: 5 ns an await.
 */
public final class ReadyTimes {
  /** How many buckets there are. */
  public static final int BUCKETS = 320;

  private static final int STRIPES = 16;
  private static final int FRACTION_BITS = 3;
  private static final int FRACTIONS = 1 << FRACTION_BITS;

  private static final AtomicLongArray counts = new AtomicLongArray(STRIPES * BUCKETS);

  private ReadyTimes() {}

  /** Counts one; 0 means that the length is unknown. */
  static void add(long nanos, long stripe) {
    if (nanos > 0) {
      counts.getAndAdd((int) (stripe & (STRIPES - 1)) * BUCKETS + bucketOf(nanos), 1);
    }
  }

  /** The bucket that counts this length. */
  public static int bucketOf(long nanos) {
    if (nanos < FRACTIONS) {
      return (int) Math.max(0, nanos);
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    int fraction = (int) (nanos >>> (power - FRACTION_BITS)) & (FRACTIONS - 1);
    return Math.min(BUCKETS - 1, (power - FRACTION_BITS + 1) * FRACTIONS + fraction);
  }

  /** The longest that a bucket counts, in nanoseconds. */
  public static long longestOf(int bucket) {
    if (bucket < FRACTIONS) {
      return bucket;
    }
    int shift = bucket / FRACTIONS - 1;
    return ((long) (FRACTIONS + bucket % FRACTIONS + 1) << shift) - 1;
  }

  /** The counts of all buckets at this moment. */
  public static long[] counts() {
    long[] sums = new long[BUCKETS];
    for (int i = 0; i < STRIPES * BUCKETS; i++) {
      sums[i % BUCKETS] += counts.getPlain(i);
    }
    return sums;
  }
}

package dev.trama.probe;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides which awaits have their stack taken. The stack is what an await costs (about 2 us of
 * 2.5), so stacks are paid from an allowance: {@code budget} percent of the processors' time,
 * refilled by the daemon thread ten times a second, of which a second's worth can be saved up.
 *
 * <p>While there is enough, every await has its stack. When the allowance runs low, short awaits go
 * without first: the threshold doubles until the spending fits. Every {@code sampleMask + 1}-th
 * thread is spared, so that some tasks are always complete.
 */
final class Governor {
  private static final long SAVED_MILLIS = 1000;
  private static final long LEAST_THRESHOLD_NANOS = 1 << 12;
  private static final long MOST_THRESHOLD_NANOS = 1L << 40;
  private static final int MOST_SAMPLE_MASK = (1 << 20) - 1;

  /**
   * A capture that took longer was interrupted by something else: that was not the capture's cost.
   */
  private static final long MOST_CAPTURE_NANOS = 100_000;

  /**
   * JFR spends about as much again on writing stacks and their types: on a saturated server 2%
   * measured here cost 3.4% of the throughput, no stacks 0.1%.
   */
  private static final int WITH_WRITING = 2;

  private static volatile boolean limited;
  private static volatile boolean never;
  private static volatile long thresholdNanos;
  private static volatile int sampleMask;
  private static volatile float budget = 1;
  private static long refillNanosPerMilli;

  private static final AtomicLong allowanceNanos = new AtomicLong();
  private static final Counter spentNanos = new Counter();
  private static final AtomicLong sampledSpentNanos = new AtomicLong();

  private static long lastTickNanos;
  private static long lastSpentNanos;
  private static long lastSampledNanos;

  private Governor() {}

  static void takeAllStacks() {
    limited = false;
    never = false;
    budget = 1;
  }

  static void takeNoStacks() {
    limited = true;
    never = true;
    budget = 0;
  }

  /**
   * @param percent the share of all processors' time that stacks may take, 0 to 100
   */
  static void limit(double percent, int processors) {
    budget = (float) (percent / 100);
    refillNanosPerMilli = (long) (percent / 100 * processors * 1_000_000);
    allowanceNanos.set(refillNanosPerMilli * SAVED_MILLIS);
    lastTickNanos = System.nanoTime();
    never = false;
    limited = true;
  }

  /** Whether an await that begins now may have to go without its stack when it ends. */
  static boolean mayDeny() {
    return limited && (thresholdNanos > 0 || allowanceNanos.get() <= 0 || never);
  }

  static boolean isUnlimited() {
    return !limited;
  }

  static boolean allowsStack(long awaitNanos, long threadId) {
    if (!limited) {
      return true;
    }
    if (never) {
      return false;
    }
    if ((threadId & sampleMask) == 0) {
      return allowanceNanos.get() > -refillNanosPerMilli * SAVED_MILLIS;
    }
    return awaitNanos >= thresholdNanos && allowanceNanos.get() > 0;
  }

  static void spent(long measuredNanos, long threadId) {
    long nanos = WITH_WRITING * Math.min(measuredNanos, MOST_CAPTURE_NANOS);
    spentNanos.add(threadId, nanos);
    if (limited) {
      allowanceNanos.addAndGet(-nanos);
      if ((threadId & sampleMask) == 0) {
        sampledSpentNanos.addAndGet(nanos);
      }
    }
  }

  /** Refills the allowance and moves threshold and sampling; called by the daemon thread only. */
  static void tick(long nowNanos) {
    if (!limited || never) {
      return;
    }
    long elapsedMillis = Math.max(1, (nowNanos - lastTickNanos) / 1_000_000);
    lastTickNanos = nowNanos;
    long refill = refillNanosPerMilli * elapsedMillis;
    long saved = refillNanosPerMilli * SAVED_MILLIS;
    long allowance = allowanceNanos.addAndGet(refill);
    if (allowance > saved) {
      allowanceNanos.addAndGet(saved - allowance);
    }
    long total = spentNanos.sum();
    long sampled = sampledSpentNanos.get();
    adjust(total - lastSpentNanos, sampled - lastSampledNanos, refill, allowance < saved / 2);
    lastSpentNanos = total;
    lastSampledNanos = sampled;
  }

  private static void adjust(long spent, long sampled, long refill, boolean low) {
    long threshold = thresholdNanos;
    if (low && spent > refill) {
      thresholdNanos =
          Math.min(MOST_THRESHOLD_NANOS, Math.max(LEAST_THRESHOLD_NANOS, threshold * 2));
    } else if (spent < refill / 2) {
      thresholdNanos = threshold <= LEAST_THRESHOLD_NANOS ? 0 : threshold / 2;
    }
    int mask = sampleMask;
    if (low && sampled > refill / 2) {
      sampleMask = Math.min(MOST_SAMPLE_MASK, mask << 1 | 1);
    } else if (sampled < refill / 8) {
      sampleMask = mask >>> 1;
    }
  }

  static long thresholdNanos() {
    return never ? Long.MAX_VALUE : thresholdNanos;
  }

  static float budget() {
    return budget;
  }

  static long spentNanos() {
    return spentNanos.sum();
  }
}

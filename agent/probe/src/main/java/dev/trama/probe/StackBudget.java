package dev.trama.probe;

/**
 * Decides which stacks are walked. Walking one costs 2 to 60 us, so walks are paid from an
 * allowance: {@code budget} percent of the processors' time, of which a second's worth can be saved
 * up. The recorder's thread refills it at each of its turns.
 *
 * <p>New stacks are worth most: each names the place of all later awaits that are recognised by it.
 * They may run into debt; stacks of wakers and births, and those that are only verified, may not.
 * Where stacks cannot be recognised, every await's stack is new, and short awaits go without first:
 * the threshold doubles until the spending fits. Every {@code sampleMask + 1}-th thread is exempt,
 * so that some tasks are always complete.
 *
 * <p>Spending is counted in stripes, and only the recorder's thread works out what is left, so that
 * threads that walk stacks at the same time do not write to the same place.
 */
final class StackBudget {
  private static final long SAVED_MILLIS = 1_000;

  /** How much of the future's allowance new stacks may spend. */
  private static final long DEBT_MILLIS = 30_000;

  private static final long SMALLEST_THRESHOLD_NANOS = 1 << 12;
  private static final long LARGEST_THRESHOLD_NANOS = 1L << 40;
  private static final int LARGEST_SAMPLE_MASK = (1 << 20) - 1;

  /** A walk that took longer was interrupted by something else, which is not the walk's cost. */
  private static final long MAX_WALK_NANOS = 100_000;

  /**
   * JFR spends about as much again on writing stacks and their types: on a saturated server 2%
   * measured here cost 3.4% of the throughput, no stacks 0.1%.
   */
  private static final int WITH_WRITING = 2;

  private static volatile boolean never = true;
  private static volatile long leftNanos;
  private static volatile long thresholdNanos;
  private static volatile int sampleMask;
  private static volatile float budget;
  private static long refillNanosPerMilli;

  private static final Counter spentNanos = new Counter();
  private static final Counter sampledSpentNanos = new Counter();

  private static long lastTickNanos;
  private static long lastSpentNanos;
  private static long lastSampledNanos;

  private StackBudget() {}

  static void takeNoStacks() {
    never = true;
    budget = 0;
  }

  /**
   * Limits what stacks may cost.
   *
   * @param percent the share of all processors' time that stacks may take, 0 to 100
   */
  static void limit(double percent, int processors) {
    budget = (float) (percent / 100);
    refillNanosPerMilli = (long) (percent / 100 * processors * 1_000_000);
    leftNanos = refillNanosPerMilli * SAVED_MILLIS;
    lastTickNanos = System.nanoTime();
    lastSpentNanos = spentNanos.sum();
    lastSampledNanos = sampledSpentNanos.sum();
    thresholdNanos = 0;
    sampleMask = 0;
    never = false;
  }

  /** Whether a stack that was never walked may be walked. */
  static boolean allowsNew() {
    return !never && leftNanos > -refillNanosPerMilli * DEBT_MILLIS;
  }

  /** Whether a stack may be walked that is worth less. */
  static boolean allowsMore() {
    return !never && leftNanos > 0;
  }

  /** Whether a stack that could not be recognised may be walked. */
  static boolean allowsUnrecognised(long awaitNanos, long threadId) {
    if ((threadId & sampleMask) == 0) {
      return !never && leftNanos > -refillNanosPerMilli * SAVED_MILLIS;
    }
    return allowsMore() && awaitNanos >= thresholdNanos;
  }

  static boolean takesNone() {
    return never;
  }

  /** Charges for a walk. */
  static void spent(long measuredNanos, long threadId) {
    long nanos = WITH_WRITING * Math.min(measuredNanos, MAX_WALK_NANOS);
    spentNanos.add(threadId, nanos);
    if ((threadId & sampleMask) == 0) {
      sampledSpentNanos.add(threadId, nanos);
    }
  }

  /**
   * Refills the allowance and adjusts threshold and sampling; called only by the recorder's thread.
   */
  static void tick(long nowNanos) {
    if (never) {
      return;
    }
    long elapsedMillis = Math.max(1, (nowNanos - lastTickNanos) / 1_000_000);
    lastTickNanos = nowNanos;
    long refill = refillNanosPerMilli * elapsedMillis;
    long saved = refillNanosPerMilli * SAVED_MILLIS;
    long total = spentNanos.sum();
    long sampled = sampledSpentNanos.sum();
    long left = Math.min(saved, leftNanos + refill - (total - lastSpentNanos));
    leftNanos = left;
    adjust(total - lastSpentNanos, sampled - lastSampledNanos, refill, left < saved / 2);
    lastSpentNanos = total;
    lastSampledNanos = sampled;
  }

  private static void adjust(long spent, long sampled, long refill, boolean low) {
    long threshold = thresholdNanos;
    if (low && spent > refill) {
      thresholdNanos =
          Math.min(LARGEST_THRESHOLD_NANOS, Math.max(SMALLEST_THRESHOLD_NANOS, threshold * 2));
    } else if (spent < refill / 2) {
      thresholdNanos = threshold <= SMALLEST_THRESHOLD_NANOS ? 0 : threshold / 2;
    }
    int mask = sampleMask;
    if (low && sampled > refill / 2) {
      sampleMask = Math.min(LARGEST_SAMPLE_MASK, mask << 1 | 1);
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

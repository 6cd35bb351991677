package dev.trama.probe;

/**
 * The probes' counters since the agent started, for readers outside the probes. Each is the sum at
 * the moment of the call; threads may count meanwhile.
 */
public final class Totals {
  private Totals() {}

  /** Awaits that ended. */
  public static long awaits() {
    return Counters.SEEN.sum();
  }

  /** Awaits that ended and could not be recorded. */
  public static long lost() {
    return Counters.LOST.sum();
  }

  /** Awaits recorded without a stack. */
  public static long withoutStack() {
    return Counters.WITHOUT_STACK.sum();
  }

  /** Stacks recognised by their fingerprints at this moment. */
  public static int stacksKnown() {
    return KnownStacks.count();
  }
}

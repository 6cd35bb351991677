package dev.trama.probe;

/**
 * Which virtual thread has just ended on which carrier. A thread that ends wakes those that joined
 * it when it is unmounted already, so the waker seems to be the carrier.
 *
 * <p>Only a carrier itself writes and reads its entry, so plain accesses do. An entry is one
 * number, so that nobody reads half of another's: two carriers that share a slot make each other's
 * entry unfindable, and the carrier's id stays what is recorded.
 */
final class EndingThreads {
  private static final int SLOTS = 1 << 10;

  /** The low bits of a carrier's id tell it from those that share its slot. */
  private static final int CARRIER_BITS = 20;

  private static final int THREAD_BITS = Long.SIZE - CARRIER_BITS;
  private static final long THREAD_MASK = (1L << THREAD_BITS) - 1;

  /** Low bits of the carrier's id above those of the ending thread's. */
  private static final long[] entries = new long[SLOTS];

  private EndingThreads() {}

  static void begin(long carrier, long thread) {
    entries[slot(carrier)] = carrier << THREAD_BITS | (thread & THREAD_MASK);
  }

  static void end(long carrier) {
    entries[slot(carrier)] = 0;
  }

  /** Id of the thread that is ending on this carrier; 0 when none is. */
  static long of(long carrier) {
    long entry = entries[slot(carrier)];
    return entry >>> THREAD_BITS == (carrier & ((1L << CARRIER_BITS) - 1))
        ? entry & THREAD_MASK
        : 0;
  }

  private static int slot(long carrier) {
    return (int) (carrier & (SLOTS - 1));
  }
}

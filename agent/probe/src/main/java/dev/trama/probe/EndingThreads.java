package dev.trama.probe;

/**
 * Which virtual thread has just ended on which carrier. A thread that ends wakes the threads that
 * joined it after it has been unmounted, so the waker seems to be the carrier.
 *
 * <p>Only a carrier itself writes and reads its entry, so plain accesses suffice. An entry is one
 * number, so that it is never read half-written. Two carriers that share a slot hide each other's
 * entry; then the carrier's id is recorded.
 */
final class EndingThreads {
  private static final int SLOTS = 1 << 10;

  /** The low bits of a carrier's id distinguish it from others that share its slot. */
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

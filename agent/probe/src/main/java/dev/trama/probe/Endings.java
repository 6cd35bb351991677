package dev.trama.probe;

/**
 * Which virtual thread has just ended on which carrier. A thread that ends wakes those that joined
 * it when it is unmounted already, so the waker seems to be the carrier.
 *
 * <p>Only a carrier itself writes and reads its entry, so plain accesses do; two carriers that
 * share a place make each other's entry unfindable, and the carrier's id stays what is recorded.
 */
final class Endings {
  private static final int PLACES = 1 << 10;

  /** Carrier and thread, by turns. */
  private static final long[] entries = new long[2 * PLACES];

  private Endings() {}

  static void begin(long carrier, long thread) {
    int place = place(carrier);
    entries[place] = carrier;
    entries[place + 1] = thread;
  }

  static void end(long carrier) {
    entries[place(carrier)] = 0;
  }

  /** Id of the thread that is ending on this carrier; 0 when none is. */
  static long of(long carrier) {
    int place = place(carrier);
    return entries[place] == carrier ? entries[place + 1] : 0;
  }

  private static int place(long carrier) {
    return 2 * (int) (carrier & (PLACES - 1));
  }
}

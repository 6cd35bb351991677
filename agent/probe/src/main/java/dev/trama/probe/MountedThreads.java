package dev.trama.probe;

import java.util.Arrays;
import java.util.List;

/**
 * Which virtual thread each carrier runs. Only a carrier itself writes its entry, with plain
 * stores; two carriers that share a slot hide each other. Known on JDK 24 and later, where there is
 * a place to hook mounting. Budget: 3 ns a mount.
 */
final class MountedThreads {
  static final int SLOTS = 1 << 10;

  private static final Thread[] carriers = new Thread[SLOTS];

  /** The thread that the carrier mounted last, until that thread ends. */
  private static final Thread[] last = new Thread[SLOTS];

  private static final boolean[] runs = new boolean[SLOTS];
  private static final long[] mounts = new long[SLOTS];

  private MountedThreads() {}

  /** Called on the carrier that is about to run the thread. */
  static void mounts(Thread carrier, Thread thread) {
    int slot = slot(carrier);
    carriers[slot] = carrier;
    last[slot] = thread;
    runs[slot] = true;
    mounts[slot]++;
  }

  /** Called on the carrier that has run a thread until now. */
  static void unmounts(Thread carrier) {
    runs[slot(carrier)] = false;
  }

  /** Called on the carrier when the thread that it mounted has ended. */
  static void ended(Thread carrier) {
    last[slot(carrier)] = null;
  }

  private static int slot(Thread carrier) {
    return (int) carrier.threadId() & (SLOTS - 1);
  }

  /**
   * The thread that each carrier mounted last, which may be suspended by now; null where there is
   * none.
   */
  static List<Thread> last() {
    return Arrays.asList(last);
  }

  /** The carrier of this slot; null when there has been none. */
  static Thread carrier(int slot) {
    return carriers[slot];
  }

  /** What the carrier of this slot runs; null when nothing. */
  static Thread thread(int slot) {
    return runs[slot] ? last[slot] : null;
  }

  /** How many threads it has mounted: while this does not change, it runs the same thread. */
  static long mounts(int slot) {
    return mounts[slot];
  }
}

package dev.trama.probe;

import java.util.Arrays;
import java.util.List;

/**
 * Which virtual thread each carrier runs. Only a carrier itself writes its entry, with plain
 * stores; two carriers that share a slot hide each other. Known on JDK 24 and later, where mounting
 * has a place to hook. Budget: 3 ns a mount.
 */
final class MountedThreads {
  static final int SLOTS = 1 << 10;

  private static final Thread[] carriers = new Thread[SLOTS];

  /** What the carrier mounted last, until that ends. */
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

  /** What each carrier mounted last, which may be suspended by now; with nulls. */
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

  /** How many threads it has run: as long as this stays, it runs the same. */
  static long mounts(int slot) {
    return mounts[slot];
  }
}

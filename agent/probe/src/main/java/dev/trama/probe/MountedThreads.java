package dev.trama.probe;

/**
 * Which virtual thread each carrier runs. Only a carrier itself writes its entry, with plain
 * stores; two carriers that share a slot hide each other. Known on JDK 24 and later, where mounting
 * has a place to hook. Budget: 3 ns a mount.
 */
final class MountedThreads {
  static final int SLOTS = 1 << 10;

  private static final Thread[] carriers = new Thread[SLOTS];
  private static final Thread[] mounted = new Thread[SLOTS];
  private static final long[] mounts = new long[SLOTS];

  private MountedThreads() {}

  /** Called on the carrier that is about to run the thread. */
  static void mounts(Thread carrier, Thread thread) {
    int slot = (int) carrier.threadId() & (SLOTS - 1);
    carriers[slot] = carrier;
    mounted[slot] = thread;
    mounts[slot]++;
  }

  /** Called on the carrier that has run the thread until now. */
  static void unmounts(Thread carrier) {
    mounted[(int) carrier.threadId() & (SLOTS - 1)] = null;
  }

  /** The carrier of this slot; null when there has been none. */
  static Thread carrier(int slot) {
    return carriers[slot];
  }

  /** What the carrier of this slot runs; null when nothing. */
  static Thread thread(int slot) {
    return mounted[slot];
  }

  /** How many threads it has run: as long as this stays, it runs the same. */
  static long mounts(int slot) {
    return mounts[slot];
  }
}

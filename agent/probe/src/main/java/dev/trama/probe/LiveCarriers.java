package dev.trama.probe;

/** Writes what the carriers run, once a second while a live view looks. */
final class LiveCarriers {
  private static final long[] lastMounts = new long[MountedThreads.SLOTS];
  private static final long[] sinceNanos = new long[MountedThreads.SLOTS];

  private LiveCarriers() {}

  /** Called by JFR. */
  static synchronized void commitAll() {
    long now = System.nanoTime();
    for (int slot = 0; slot < MountedThreads.SLOTS; slot++) {
      Thread carrier = MountedThreads.carrier(slot);
      if (carrier != null && carrier.isAlive()) {
        commit(slot, carrier, now);
      }
    }
  }

  private static void commit(int slot, Thread carrier, long now) {
    long mounts = MountedThreads.mounts(slot);
    if (mounts != lastMounts[slot]) {
      lastMounts[slot] = mounts;
      sinceNanos[slot] = now;
    }
    Thread thread = MountedThreads.thread(slot);
    RunningEvent event = new RunningEvent();
    event.carrier = carrier.getName();
    if (thread != null && thread.isAlive()) {
      event.thread = thread.threadId();
      event.name = Frames.nameOf(thread);
      event.runningFor = now - sinceNanos[slot];
      event.blocked = SuspendedThreads.find(thread) != null;
    }
    event.commit();
  }
}

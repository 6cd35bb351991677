package dev.trama.probe;

import java.lang.ref.WeakReference;

/**
 * Records the start of virtual threads. Called by the woven {@code java.lang.VirtualThread}, in the
 * parent's thread; never throws.
 */
public final class SpawnProbe {
  private static final int SLOTS = 1 << 10;
  private static final int COUNT_BITS = 24;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
  private static final int STACKS_FIRST = 1_000;
  private static final int STACKS_ONE_IN = 512;

  /**
   * The last container and its name: most threads are started in the same one as the thread before.
   */
  private static volatile Named last = new Named(null, null);

  /** A parent's id and how many children it has had, in one number. Parents share slots. */
  private static final long[] children = new long[SLOTS];

  private SpawnProbe() {}

  private static final class Named extends WeakReference<Object> {
    final String name;

    Named(Object container, String name) {
      super(container);
      this.name = name;
    }
  }

  /**
   * Called when a virtual thread is to be started.
   *
   * @param container the {@code jdk.internal.vm.ThreadContainer} that the thread joins
   * @return what {@link #started} takes; null when nothing is recorded
   */
  public static Object starts(Thread child, Object container) {
    try {
      if (Watch.isOpen() && child.getState() == Thread.State.NEW) {
        Watch.starts(child);
      }
      SpawnEvent spawn = new SpawnEvent();
      if (!spawn.isEnabled() || child.getState() != Thread.State.NEW) {
        return null; // a second start is refused
      }
      spawn.begin();
      spawn.child = child.threadId();
      String name = child.getName();
      spawn.name = name.isEmpty() ? null : name;
      spawn.container = nameOf(container);
      return spawn;
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(child.threadId());
      return null;
    }
  }

  /**
   * Called when the thread has been handed to its scheduler, so that writing delays no thread.
   *
   * @param begun what {@link #starts} returned
   */
  public static void started(Object begun) {
    if (begun == null) {
      return;
    }
    SpawnEvent spawn = (SpawnEvent) begun;
    try {
      spawn.end();
      if (isPlaceNew() && StackBudget.allowsMore()) {
        long before = System.nanoTime();
        spawn.stack = Stacks.writeOwn();
        StackBudget.spent(System.nanoTime() - before, spawn.child);
      }
      spawn.commit();
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(spawn.child);
    }
  }

  /** Whether this parent probably starts threads at a place that has not been recorded yet. */
  private static boolean isPlaceNew() {
    long parent = Thread.currentThread().threadId();
    int slot = (int) parent & (SLOTS - 1);
    long before = children[slot];
    long count = before >>> COUNT_BITS == parent ? before & COUNT_MASK : 0;
    if (count < COUNT_MASK) {
      children[slot] = parent << COUNT_BITS | count + 1;
    }
    return count < STACKS_FIRST || (count & (STACKS_ONE_IN - 1)) == 0;
  }

  /** The container's name; null for the root container, which every plain thread joins. */
  private static String nameOf(Object container) {
    Named known = last;
    if (!known.refersTo(container)) {
      String name = String.valueOf(container);
      known = new Named(container, name.startsWith("<root>") ? null : name);
      last = known;
    }
    return known.name;
  }
}

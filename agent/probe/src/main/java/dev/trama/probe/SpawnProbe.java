package dev.trama.probe;

import java.lang.ref.WeakReference;

/**
 * Records the birth of virtual threads. Called by the woven {@code java.lang.VirtualThread}, in the
 * parent's thread; never throws.
 */
public final class SpawnProbe {
  /** The container seen last and its name: most threads are started in the one before them. */
  private static volatile Named last = new Named(null, null);

  private SpawnProbe() {}

  private static final class Named extends WeakReference<Object> {
    final String name;

    Named(Object container, String name) {
      super(container);
      this.name = name;
    }
  }

  /**
   * Called when a virtual thread is started.
   *
   * @param container the {@code jdk.internal.vm.ThreadContainer} that the thread joins
   */
  public static void starts(Thread child, Object container) {
    try {
      if (Watch.isOpen() && child.getState() == Thread.State.NEW) {
        Watch.starts(child);
      }
      SpawnEvent spawn = new SpawnEvent();
      if (!spawn.isEnabled() || child.getState() != Thread.State.NEW) {
        return; // a second start is refused
      }
      long id = child.threadId();
      if (Governor.allowsStack(0, id)) {
        long before = System.nanoTime();
        describe(spawn, child, container);
        spawn.commit();
        Governor.spent(System.nanoTime() - before, id);
      } else {
        SpawnWithoutStackEvent spawnWithoutStack = new SpawnWithoutStackEvent();
        describe(spawnWithoutStack, child, container);
        spawnWithoutStack.commit();
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(child.threadId());
    }
  }

  private static void describe(Birth birth, Thread child, Object container) {
    birth.child = child.threadId();
    String name = child.getName();
    birth.name = name.isEmpty() ? null : name;
    birth.container = nameOf(container);
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

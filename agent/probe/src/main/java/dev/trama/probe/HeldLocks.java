package dev.trama.probe;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/**
 * What watched threads hold: locks that have an owner, followed as they are taken and left, and
 * monitors, read from the frames. Only for a {@link Watch} that asks for it; until the first does,
 * {@code AbstractOwnableSynchronizer} is unchanged.
 */
public final class HeldLocks {
  private static final Object[] NONE = {};

  private static volatile Runnable weaving;
  private static volatile MethodHandle monitorReader;

  private HeldLocks() {}

  /** Gives the means to have {@link #owner} called; run until it succeeds once. */
  public static void followWith(Runnable weaving) {
    HeldLocks.weaving = weaving;
  }

  /**
   * Gives the means to read the monitors that the current thread holds.
   *
   * @param reader of type {@code ()Object[]}
   */
  public static void readMonitorsWith(MethodHandle reader) {
    monitorReader = reader;
  }

  static synchronized void follow() {
    Runnable step = weaving;
    if (step != null) {
      step.run();
      weaving = null; // only after success: each test fails where this cannot be done
    }
  }

  /** Called by the woven lock when its owner changes, in the thread that takes or leaves it. */
  @SuppressWarnings("ReferenceEquality") // a lock equals itself alone
  public static void owner(AbstractOwnableSynchronizer lock, Thread owner) {
    if (!Watch.isOpen()) {
      return;
    }
    try {
      WatchedTask task = Watch.find(Thread.currentThread());
      if (task != null && owner != null) {
        task.held.add(lock);
      } else if (task != null) {
        task.held.removeIf(held -> held == lock);
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
    }
  }

  /** The locks and monitors that the current thread holds, which is the task's. */
  static Object[] ofCurrent(WatchedTask task) throws Throwable {
    List<Object> held = new ArrayList<>(task.held);
    MethodHandle reader = monitorReader;
    Object[] monitors = reader == null ? NONE : (Object[]) reader.invokeExact();
    for (Object monitor : monitors) {
      held.add(new Monitor(monitor));
    }
    return held.toArray();
  }

  /** The locks that a suspended thread holds. */
  static Object[] ofSuspended(WatchedTask task) {
    return task.held.toArray();
  }

  /** A monitor among locks. */
  public static final class Monitor {
    /** The object whose monitor it is. */
    public final Object object;

    Monitor(Object object) {
      this.object = object;
    }
  }
}

package dev.trama.probe;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds out which monitor a suspended thread awaits, and which thread holds it. For a given thread
 * the JVM says what it is blocked on and what it holds (JDK 25 and later), so a holder is found by
 * asking the threads that may be it. That takes tens of microseconds a thread, so the recorder's
 * thread does it only for awaits that last, as far as the budget allows. Otherwise both stay
 * unknown.
 *
 * <p>A holder is recorded only if the await was still going on after the holder had been asked.
 * Each look forgets the holders that the last one found: a thread that held a monitor then may now
 * wait for its next holder.
 */
final class Monitors implements SuspendedThreads.Visitor {
  /** Monitors are looked up for awaits that have lasted this long. */
  private static final long LASTING_NANOS = 10_000_000;

  private static final int MAX_AWAITS = 256;
  private static final int MAX_THREADS_ASKED = 512;

  /** The table of suspended threads is scanned less often when it is larger. */
  private static final int LARGE_CAPACITY = 1 << 16;

  private static final int TURNS_A_LOOK = 5;
  private static final int TURNS_A_LOOK_AT_MANY = 50;

  private static volatile MethodHandle reader;

  private final List<MonitorAwaitEvent> lasting = new ArrayList<>();
  private final List<Thread> formerHolders = new ArrayList<>();
  private final List<Thread> suspended = new ArrayList<>();
  private final IdentityHashMap<Object, Thread> holders = new IdentityHashMap<>();
  private final Set<Thread> asked = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Monitors that are awaited and whose holder has not been found. */
  private final Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());

  private final long beganNanos = System.nanoTime();
  private final boolean atChunkEnd;

  private Monitors(boolean atChunkEnd) {
    this.atChunkEnd = atChunkEnd;
  }

  /**
   * Gives the means to ask for a thread's monitors.
   *
   * @param monitors of type {@code (Thread)Object[]}: the monitor that the thread is blocked on or
   *     waits on, or null; then those it holds
   */
  static void readWith(MethodHandle monitors) {
    reader = monitors;
  }

  /** Called by the recorder's thread at each of its turns. */
  static void lookAtTurn(long turn) throws Throwable {
    int turns = SuspendedThreads.capacity() > LARGE_CAPACITY ? TURNS_A_LOOK_AT_MANY : TURNS_A_LOOK;
    if (turn % turns == 0) {
      look(false);
    }
  }

  /** Looks, and shows all suspended threads before another look forgets what this one found. */
  static synchronized void lookAtChunkEnd(SuspendedThreads.Visitor visitor) throws Throwable {
    look(true);
    SuspendedThreads.forEach(visitor);
  }

  /** Identifies the monitors of awaits that last, and their holders. */
  private static synchronized void look(boolean atChunkEnd) throws Throwable {
    if (reader == null || StackBudget.takesNone()) {
      return;
    }
    Monitors monitors = new Monitors(atChunkEnd);
    SuspendedThreads.forEach(monitors);
    if (!monitors.lasting.isEmpty()) {
      monitors.identify();
      monitors.findHolders();
    }
  }

  @Override
  public void visit(OngoingAwait await) {
    if (await instanceof MonitorAwaitEvent monitor) {
      Holding before = monitor.held;
      if (before != null) {
        formerHolders.add(before.holder); // which probably still holds it
        monitor.held = null;
      }
      if (lasting.size() < MAX_AWAITS
          && monitor.wokenBy == 0
          && System.nanoTime() - await.sinceNanos >= LASTING_NANOS) {
        lasting.add(monitor);
      }
    } else if (suspended.size() < MAX_THREADS_ASKED) {
      suspended.add(await.suspended);
    }
  }

  /** Finds threads that await each other's monitors, without asking others. */
  private void identify() throws Throwable {
    for (MonitorAwaitEvent await : lasting) {
      Object[] monitors = ask(await.suspended);
      if (await.monitor == null
          && monitors != null
          && monitors[0] != null
          && SuspendedThreads.isOngoing(await)) {
        await.monitor = monitors[0];
        await.monitorClass = monitors[0].getClass();
        await.monitorId = System.identityHashCode(monitors[0]);
      }
    }
  }

  private void findHolders() throws Throwable {
    for (MonitorAwaitEvent await : lasting) {
      if (await.entersMonitor() && await.monitor != null && !holders.containsKey(await.monitor)) {
        wanted.add(await.monitor);
      }
    }
    askWhileWanted(formerHolders);
    askWhileWanted(MountedThreads.last());
    askWhileWanted(suspended);
    askWhileWanted(platformThreads());
    for (MonitorAwaitEvent await : lasting) {
      Thread holder = await.entersMonitor() ? holders.get(await.monitor) : null;
      if (holder != null && holder != await.suspended && SuspendedThreads.isOngoing(await)) {
        await.held = new Holding(holder, beganNanos);
        await.owner = holder.threadId();
      }
    }
  }

  private void askWhileWanted(List<Thread> threads) throws Throwable {
    for (Thread thread : threads) {
      if (wanted.isEmpty()) {
        return;
      }
      if (thread != null) {
        ask(thread);
      }
    }
  }

  /** What the thread awaits and holds; null when it was asked before, or must not be asked. */
  @SuppressWarnings("ReferenceEquality") // a monitor is an object, whatever it equals
  private Object[] ask(Thread thread) throws Throwable {
    if (asked.size() >= MAX_THREADS_ASKED
        || !(atChunkEnd ? StackBudget.allowsNew() : StackBudget.allowsMore())
        || !asked.add(thread)) {
      return null;
    }
    long before = System.nanoTime();
    Object[] monitors = (Object[]) reader.invokeExact(thread);
    StackBudget.spent(System.nanoTime() - before, thread.threadId());
    for (int i = 1; monitors != null && i < monitors.length; i++) {
      if (monitors[i] != null && monitors[i] != monitors[0]) {
        holders.put(monitors[i], thread);
        wanted.remove(monitors[i]);
      }
    }
    return monitors;
  }

  private static List<Thread> platformThreads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[MAX_THREADS_ASKED];
    root.enumerate(threads);
    return Arrays.asList(threads);
  }
}

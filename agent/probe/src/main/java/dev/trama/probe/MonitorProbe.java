package dev.trama.probe;

import java.lang.invoke.MethodHandle;

/**
 * Follows suspensions on monitors (JDK 24 and later), which have no Java frame of their own to
 * hook. Called by the woven {@code java.lang.VirtualThread}, on a carrier while the thread is
 * unmounted; never throws. Nothing is committed here: see {@link MonitorQueue}.
 */
public final class MonitorProbe {
  static final String ENTER = "monitor-enter";
  static final String WAIT = "object-wait";

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static volatile MethodHandle stackReader;

  private MonitorProbe() {}

  /**
   * Gives the means to read the stack of an unmounted virtual thread.
   *
   * @param reader of type {@code (Thread)StackTraceElement[]}
   */
  public static void readStacksWith(MethodHandle reader) {
    stackReader = reader;
  }

  /**
   * Gives the means to tell which monitor a thread awaits and which it holds.
   *
   * @param reader of type {@code (Thread)Object[]}: the monitor that the thread is blocked on or
   *     waits on, or null; then those it holds
   */
  public static void readMonitorsWith(MethodHandle reader) {
    Monitors.readWith(reader);
  }

  /** Called by {@code afterYield}, before any other thread can resume this one. */
  public static void suspended(Thread thread, int state, long timeoutMillis) {
    boolean timedWait = state == States.timedWaiting;
    boolean waits = timedWait || state == States.waiting;
    if (!waits && state != States.blocking) {
      return;
    }
    try {
      MonitorAwaitEvent await = new MonitorAwaitEvent();
      if (!await.isEnabled()) {
        return;
      }
      await.suspended = thread;
      await.thread = thread.threadId();
      await.kind = waits ? WAIT : ENTER;
      await.timeout = timedWait ? timeoutMillis * NANOS_PER_MILLI : 0;
      await.carrier = Thread.currentThread();
      await.sinceNanos = System.nanoTime();
      await.begin();
      SuspendedThreads.enter(await);
      if (await.slot < 0) {
        Counters.SEEN.increment(await.thread);
        Counters.LOST.increment(await.thread);
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
    }
  }

  /**
   * Called after an attempt to make the thread runnable again.
   *
   * @param success whether this call made it runnable
   */
  public static void unblocked(boolean success, Thread thread, boolean timeout, boolean interrupt) {
    if (!success) {
      return;
    }
    try {
      if (SuspendedThreads.find(thread) instanceof MonitorAwaitEvent await) {
        await.wokenByTimeout = timeout;
        await.wokenByInterrupt = interrupt;
        await.wokenNanos = System.nanoTime();
        await.wokenBy = Thread.currentThread().threadId();
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
    }
  }

  /**
   * Called by {@code runContinuation} after it tried to take the thread for this carrier.
   *
   * @param success whether it did, so that no other carrier can mount the thread
   */
  public static void continues(boolean success, Thread thread) {
    if (!success) {
      return;
    }
    Thread carrier = Thread.currentThread();
    MountedThreads.mounts(carrier, thread);
    try {
      OngoingAwait await = SuspendedThreads.find(thread);
      if (await != null) {
        await.resumingCarrier = carrier.threadId();
        if (await instanceof MonitorAwaitEvent monitorAwait) {
          finish(monitorAwait);
        }
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
    }
  }

  private static void finish(MonitorAwaitEvent await) throws Throwable {
    SuspendedThreads.leave(await);
    long now = System.nanoTime();
    await.end();
    await.resumedOn = Thread.currentThread();
    if (await.wokenBy != 0) {
      await.timedOut = await.wokenByTimeout;
      await.interrupted = await.wokenByInterrupt;
      await.resumeLatency = await.latencyAt(now);
      ReadyTimes.add(await.resumeLatency, await.stripe());
    }
    boolean watched = Watch.includes(await.suspended);
    if (watched || !Stacks.isSettled(await)) {
      walk(await, now, watched);
    }
    Counters.SEEN.increment(await.stripe());
    if (Watch.isOpen()) {
      Watch.saw(await, now);
    }
    MonitorQueue.add(await);
  }

  /** Called while the thread is still unmounted, and no other carrier can mount it. */
  private static void walk(MonitorAwaitEvent await, long now, boolean watched) throws Throwable {
    MethodHandle reader = stackReader;
    if (reader != null && (watched || Stacks.mayWalk(await, now))) {
      await.walked = (StackTraceElement[]) reader.invokeExact(await.suspended);
      StackBudget.spent(System.nanoTime() - now, await.thread);
    }
  }
}

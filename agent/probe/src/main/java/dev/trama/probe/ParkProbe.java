package dev.trama.probe;

import java.util.concurrent.locks.LockSupport;

/**
 * Follows parks, sleeps and yields. All methods are called by the woven {@code
 * java.lang.VirtualThread}, in the thread that suspends, and never throw.
 *
 * <p>Budget: 100 ns an await without its event; {@code AwaitBenchmark} measures it.
 */
public final class ParkProbe {
  private static final String YIELD = "yield";
  private static final int SLEEPERS = 1 << 10;

  /**
   * Ids of threads that are inside {@code sleepNanos}, so that a sleep can be distinguished from
   * another timed park without its stack. Only the few threads that are mounted compete for a slot.
   */
  private static final long[] sleepers = new long[SLEEPERS];

  /**
   * The time limits of threads that are about to suspend, where the threads do not keep them (JDK
   * 21): the low bits of the thread's id, and microseconds, in one number so that it is never read
   * half-written.
   */
  private static final long[] timeouts = new long[SLEEPERS];

  private static final int MICROS_BITS = 40;

  private ParkProbe() {}

  /** Called by {@code parkNanos} just before it suspends the thread. */
  public static void times(Thread thread, long nanos) {
    long id = thread.threadId();
    long micros = Math.clamp(nanos / 1_000, 1, (1L << MICROS_BITS) - 1);
    timeouts[(int) id & (SLEEPERS - 1)] = id << MICROS_BITS | micros;
  }

  /** The time limit that {@link #times} got for this suspension, in nanoseconds; 0 when none. */
  private static long timeoutOf(long id) {
    int place = (int) id & (SLEEPERS - 1);
    long entry = timeouts[place];
    if (entry == 0 || entry >>> MICROS_BITS != (id << MICROS_BITS) >>> MICROS_BITS) {
      return 0;
    }
    timeouts[place] = 0;
    return (entry & ((1L << MICROS_BITS) - 1)) * 1_000;
  }

  /** Called by {@code sleepNanos} before each park. */
  public static void sleeps(Thread thread) {
    long id = thread.threadId();
    sleepers[(int) id & (SLEEPERS - 1)] = id;
  }

  /** Called when {@code sleepNanos} returns or throws. */
  public static void slept(Thread thread) {
    long id = thread.threadId();
    int place = (int) id & (SLEEPERS - 1);
    if (sleepers[place] == id) {
      sleepers[place] = 0;
    }
  }

  /**
   * Called by {@code yieldContinuation} before the thread gives up its carrier.
   *
   * @param state the thread's state, one of {@link States}
   * @param timeout in nanoseconds; meaningful only in the timed states, 0 when the thread does not
   *     keep it
   * @return what {@link #resumed} takes; null when nothing is recorded
   */
  public static Object suspends(Thread thread, int state, long timeout, Thread carrier) {
    try {
      boolean timed = state == States.timedParking;
      if (timed || state == States.parking) {
        long limit = timed && timeout > 0 ? timeout : timeoutOf(thread.threadId());
        return begin(thread, limit, carrier, false);
      }
      if (state == States.yielding) {
        AwaitEvent await = create(thread, carrier);
        if (await != null) {
          await.kind = YIELD;
          await.begin();
          SuspendedThreads.enter(await);
        }
        return await;
      }
      return null;
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
      return null;
    }
  }

  /** Called by {@code parkOnCarrierThread} before it blocks the carrier. */
  public static void pins(
      Thread thread, boolean timed, long nanos, Thread carrier, boolean permitted) {
    try {
      OngoingAwait abandoned = SuspendedThreads.find(thread);
      if (abandoned != null) {
        SuspendedThreads.leave(abandoned); // yieldContinuation threw
      }
      if (permitted || (timed && nanos <= 0)) {
        return; // it will not block
      }
      AwaitEvent await = begin(thread, timed ? nanos : 0, carrier, true);
      if (await != null && await.slot < 0) {
        Counters.SEEN.increment(thread.threadId());
        Counters.LOST.increment(thread.threadId());
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
    }
  }

  /** Called by {@code parkOnCarrierThread} when the thread goes on. */
  public static void unpinned(Thread thread) {
    try {
      resumed(SuspendedThreads.find(thread), true);
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
    }
  }

  /**
   * Called by {@code yieldContinuation} when the thread runs again.
   *
   * @param begun what {@link #suspends} returned
   * @param suspended whether the thread really suspended; it does not when it is pinned
   */
  public static void resumed(Object begun, boolean suspended) {
    if (begun == null) {
      return;
    }
    AwaitEvent await = (AwaitEvent) begun;
    try {
      boolean recorded = SuspendedThreads.leave(await);
      if (suspended && recorded) {
        finish(await);
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(await.suspended.threadId());
    }
  }

  private static AwaitEvent begin(Thread thread, long timeout, Thread carrier, boolean pinned) {
    AwaitEvent await = create(thread, carrier);
    if (await == null) {
      return null;
    }
    long id = thread.threadId();
    await.kind = sleepers[(int) id & (SLEEPERS - 1)] == id ? "sleep" : "park";
    await.timeout = timeout;
    await.pinned = pinned;
    Object blocker = LockSupport.getBlocker(thread);
    if (blocker != null) {
      await.awaitable = blocker.getClass();
      await.awaitableId = System.identityHashCode(blocker);
      await.blocker = blocker;
    }
    await.begin(); // before anyone can find it and wake it
    SuspendedThreads.enter(await);
    return await;
  }

  private static AwaitEvent create(Thread thread, Thread carrier) {
    AwaitEvent await = new AwaitEvent();
    if (!await.isEnabled()) {
      SelfTest.sees(thread);
      return null;
    }
    await.suspended = thread;
    await.carrier = carrier;
    await.sinceNanos = System.nanoTime();
    return await;
  }

  private static void finish(AwaitEvent await) throws Throwable {
    long now = System.nanoTime();
    await.end();
    long stripe = await.stripe();
    long wokenBy = await.wokenBy; // read first, and once: the waker writes it last
    if (wokenBy != 0) {
      await.timedOut = await.wokenByTimeout;
      await.interrupted = await.wokenByInterrupt;
      await.waker = await.timedOut ? 0 : wokenBy;
      await.resumeLatency = latency(await, now);
      ReadyTimes.add(await.resumeLatency, stripe);
    } else if (!await.kind.equals(YIELD)) {
      Counters.WAKER_UNKNOWN.increment(stripe);
    }
    Counters.SEEN.increment(stripe);
    if (await.pinned) {
      PinnedTimes.add(now - await.sinceNanos);
    }
    if (!Stacks.isSettled(await)) {
      Stacks.settle(await, now);
    }
    await.commit();
    Counters.COMMITTED.increment(stripe);
    if (Watch.isOpen()) {
      Watch.saw(await, now);
    }
  }

  /**
   * When a busy carrier notices a timeout late, the thread has been ready since its time was up.
   */
  private static long latency(AwaitEvent await, long now) {
    long sinceWoken = await.latencyAt(now);
    return await.timedOut
        ? Math.max(sinceWoken, now - await.sinceNanos - await.timeout)
        : sinceWoken;
  }
}

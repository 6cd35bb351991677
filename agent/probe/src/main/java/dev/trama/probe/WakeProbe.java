package dev.trama.probe;

/**
 * Records which thread wakes which. All methods are called by the woven {@code
 * java.lang.VirtualThread}, in the waker's thread (which may be a carrier that runs no virtual
 * thread), and never throw.
 *
 * <p>Exactness: a parked thread continues only when its parking permit turns from absent to
 * present, and it takes the permit away again only when it continues. So of all unparks during one
 * await exactly one turns the permit. {@link #candidate} looks up the await before the permit is
 * touched, {@link #unparked} is told whether this call turned it and in which state it found the
 * thread:
 *
 * <ul>
 *   <li>permit already there: a second unpark, or one that came before the park; not a waker;
 *   <li>no await before, or the thread runs: the permit is for a later park; not a waker;
 *   <li>await before and the thread parked: it is that await's one waker. If the await has
 *       meanwhile ended and another begun, the old one is marked, which has no effect any more, and
 *       the new one's waker stays unknown.
 * </ul>
 */
public final class WakeProbe {
  /** The JDK's thread that unparks whose time is over; it does nothing else (JDK 21 to 25). */
  private static final String TIMER = "VirtualThread-unparker";

  private WakeProbe() {}

  /** Called on the carrier before a thread that has ended wakes the threads that joined it. */
  public static void ends(Thread thread) {
    if (Watch.isOpen()) {
      Watch.ends(thread);
    }
    MountedThreads.unmounts(Thread.currentThread());
    EndingThreads.begin(Thread.currentThread().threadId(), thread.threadId());
  }

  /** Called on the carrier after that. */
  public static void ended(Thread thread) {
    MountedThreads.ended(Thread.currentThread());
    EndingThreads.end(Thread.currentThread().threadId());
  }

  /** Called before the target's parking permit is made available. */
  public static Object candidate(Thread target) {
    try {
      return SuspendedThreads.find(target);
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(target.threadId());
      return null;
    }
  }

  /**
   * Called after the target's parking permit was made available, before the target is handed to its
   * scheduler.
   *
   * @param hadPermit whether the permit had been available already
   * @param candidate what {@link #candidate} returned
   * @param state the target's state after the permit was made available
   * @param timeout whether the target's own timeout woke it, and not another thread
   * @return what {@link #handedOver} takes; null when there is nothing to record
   */
  public static Object unparked(
      boolean hadPermit, Object candidate, Thread target, int state, boolean timeout) {
    if (hadPermit || candidate == null) {
      return null;
    }
    try {
      if (candidate instanceof AwaitEvent await && States.isParked(state)) {
        return wakes(await, target, timeout);
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(target.threadId());
    }
    return null;
  }

  private static Object wakes(AwaitEvent await, Thread target, boolean timeout) {
    Thread waker = Thread.currentThread();
    if (waker == target) {
      return null;
    }
    boolean timedOut = timeout || waker.getName().equals(TIMER);
    long ending = timedOut ? 0 : EndingThreads.of(waker.threadId());
    await.wokenByTimeout = timedOut;
    await.wokenByInterrupt = target.isInterrupted();
    await.wokenNanos = System.nanoTime();
    await.wakerThread = waker;
    await.wokenBy = ending == 0 ? waker.threadId() : ending;
    // An event that a carrier commits for itself would be lost.
    return timedOut || ending != 0 ? null : await;
  }

  /**
   * Called when the target has been handed to its scheduler, so that writing delays no thread.
   *
   * @param woken what {@link #unparked} returned
   */
  public static void handedOver(Object woken) {
    if (woken == null) {
      return;
    }
    AwaitEvent await = (AwaitEvent) woken;
    long target = await.suspended.threadId();
    try {
      if (isWorthItsStack(await)) {
        UnparkEvent unpark = new UnparkEvent();
        if (unpark.isEnabled()) {
          long before = System.nanoTime();
          unpark.target = target;
          unpark.interrupt = await.wokenByInterrupt;
          unpark.commit();
          StackBudget.spent(System.nanoTime() - before, target);
        }
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(target);
    }
  }

  /**
   * The stacks of the first wakers of each place are worth most; where the place is unknown, every
   * one is.
   */
  private static boolean isWorthItsStack(AwaitEvent await) {
    if (!StackBudget.allowsMore()) {
      return false;
    }
    KnownStacks.Table table = await.knownStacks;
    int slot = KnownStacks.slotOf(await);
    return slot < 0 || table == null || table.isWakerNew(slot, Stacks.chunk());
  }
}

package dev.trama.probe;

import java.lang.invoke.MethodHandle;

/**
 * Records which threads are suspended at the end of each chunk: otherwise a thread that never
 * resumes would leave no trace at all. Runs on one of JFR's threads.
 */
final class StillSuspended implements SuspendedThreads.Visitor {
  private static final int MAX_EVENTS = 50_000;

  /** Walking a stack takes tens of microseconds: 1,000 of them keep a rotation under 0.1 s. */
  private static final int MAX_WALKS = 1_000;

  /** An unknown stack is walked only if the thread has been suspended this long. */
  private static final long WALK_THRESHOLD_NANOS = 50_000_000;

  private static volatile MethodHandle ownerReader;

  private int events;
  private int walks;

  /** The reader is of type {@code (AbstractOwnableSynchronizer)Thread}. */
  static void readOwnersWith(MethodHandle reader) {
    ownerReader = reader;
  }

  static void commitAll() {
    try {
      if (new StillSuspendedEvent().isEnabled()) {
        Monitors.lookAtChunkEnd(new StillSuspended());
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
    }
  }

  @Override
  public void visit(OngoingAwait await) {
    if (events++ >= MAX_EVENTS) {
      return;
    }
    StillSuspendedEvent event = new StillSuspendedEvent();
    Thread thread = await.suspended;
    event.thread = thread.threadId();
    event.name = Frames.nameOf(thread);
    event.kind = await.kind();
    event.timeout = await.limitNanos();
    event.awaitable = await.awaitedClass();
    event.awaitableId = await.awaitedId();
    event.pinned = await.isPinned();
    event.owner = idOf(await.holder());
    if (!Stacks.isWritten(await)
        && System.nanoTime() - await.sinceNanos >= WALK_THRESHOLD_NANOS
        && walks++ < MAX_WALKS) {
      StackTraceElement[] stack = await.walk();
      if (stack.length > 0) {
        Stacks.writeOfSuspended(await, stack);
      }
    }
    event.stack = await.stack;
    // Counted back from the event's own time, which is later by as much as a thousand walks take.
    long now = System.nanoTime();
    event.wokenBy = await.wokenBy; // read first: the waker writes it last
    if (event.wokenBy != 0) {
      event.readyFor = Math.max(1, now - await.wokenNanos);
    }
    event.suspendedFor = now - await.sinceNanos;
    event.commit();
  }

  /** Java thread id; 0 for none. */
  static long idOf(Thread owner) {
    return owner == null ? 0 : owner.threadId();
  }

  /** The thread that holds the lock; null when unknown, or when the object is no lock. */
  static Thread ownerOf(Object blocker) {
    MethodHandle reader = ownerReader;
    if (reader == null
        || !(blocker instanceof java.util.concurrent.locks.AbstractOwnableSynchronizer lock)) {
      return null;
    }
    try {
      return (Thread) reader.invokeExact(lock);
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
      return null;
    }
  }
}

package dev.trama.probe;

import java.lang.invoke.MethodHandle;

/**
 * Writes down who is suspended, at the end of each chunk: otherwise a thread that never resumes
 * would leave no trace at all. Runs on a thread of JFR's.
 */
final class StillSuspended implements SuspendedThreads.Visitor {
  private static final int MOST_EVENTS = 50_000;

  /** Reading a stack takes tens of microseconds: 1,000 of them keep a rotation under 0.1 s. */
  private static final int MOST_STACKS = 1_000;

  private static final long STACK_THRESHOLD_NANOS = 50_000_000;

  private static volatile MethodHandle ownerReader;

  private int events;
  private int stacks;

  /** The reader is of type {@code (AbstractOwnableSynchronizer)Thread}. */
  static void readOwnersWith(MethodHandle reader) {
    ownerReader = reader;
  }

  static void commitAll() {
    try {
      if (new StillSuspendedEvent().isEnabled()) {
        SuspendedThreads.forEach(new StillSuspended());
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
    }
  }

  @Override
  public void visit(Ongoing suspension) {
    if (events++ >= MOST_EVENTS) {
      return;
    }
    StillSuspendedEvent event = new StillSuspendedEvent();
    Thread thread = suspension.suspended;
    event.thread = thread.threadId();
    event.name = thread.getName().isEmpty() ? null : thread.getName();
    event.kind = suspension.kind();
    if (suspension instanceof Suspension await) {
      event.timeout = await.timeout;
      event.awaitable = await.awaitable;
      event.awaitableId = await.awaitableId;
      event.owner = ownerOf(await.blocker);
      event.pinned = await.pinned;
    } else if (suspension instanceof MonitorAwaitEvent await) {
      event.timeout = await.timeout * 1_000_000;
    }
    if (suspendedFor(suspension) >= STACK_THRESHOLD_NANOS && stacks++ < MOST_STACKS) {
      event.frames = Frames.format(thread.getStackTrace());
    }
    // Counted back from the event's own time, which a thousand stacks make a later one.
    event.suspendedFor = suspendedFor(suspension);
    event.commit();
  }

  private static long suspendedFor(Ongoing suspension) {
    return System.nanoTime() - suspension.sinceNanos;
  }

  private static long ownerOf(Object blocker) {
    MethodHandle reader = ownerReader;
    if (reader == null
        || !(blocker instanceof java.util.concurrent.locks.AbstractOwnableSynchronizer lock)) {
      return 0;
    }
    try {
      Thread owner = (Thread) reader.invokeExact(lock);
      return owner == null ? 0 : owner.threadId();
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(0);
      return 0;
    }
  }
}

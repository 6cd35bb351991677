package dev.trama.probe;

/** An await that a {@link Watch} has seen. Times are those of {@link System#nanoTime()}. */
public final class WatchedAwait {
  /** The thread that suspended. */
  public final Thread thread;

  /** As in the events: park, sleep, yield, monitor-enter, object-wait. */
  public final String kind;

  public final long sinceNanos;

  /** When the thread ran again; 0 while it has not. */
  public final long endNanos;

  /** From being woken to running again; 0 when unknown. */
  public final long readyNanos;

  /** How long it may last; 0 when it has no limit. */
  public final long timeoutNanos;

  /** Binary name of the awaited object's class; empty when unknown. */
  public final String awaitable;

  public final int awaitableId;
  public final boolean pinned;

  /** Java thread id of the waker; 0 when unknown. */
  public final long waker;

  /** Name of the waker if it is still alive; empty otherwise. */
  public final String wakerName;

  public final boolean timedOut;
  public final boolean interrupted;

  /** Where it suspended: a {@code Throwable} made below this package, or null. */
  public final Throwable where;

  /** Where it suspended, if the thread could not record that itself; null when it was not read. */
  public final StackTraceElement[] frames;

  /**
   * What the thread held meanwhile: locks, and a {@link HeldLocks.Monitor} for each monitor; empty
   * unless the watch asked for it.
   */
  public final Object[] held;

  WatchedAwait(WatchedTask task, AwaitEvent await, long nowNanos, Throwable where, Object[] held) {
    this.thread = task.thread;
    this.kind = await.kind;
    this.sinceNanos = await.sinceNanos;
    this.endNanos = nowNanos;
    this.readyNanos = await.resumeLatency;
    this.timeoutNanos = await.timeout;
    this.awaitable = await.awaitable == null ? "" : await.awaitable.getName();
    this.awaitableId = await.awaitableId;
    this.pinned = await.pinned;
    this.waker = await.waker;
    this.wakerName = name(await.wakerThread, await.waker);
    this.timedOut = await.timedOut;
    this.interrupted = await.interrupted;
    this.where = where;
    this.frames = null;
    this.held = held;
  }

  WatchedAwait(WatchedTask task, MonitorAwaitEvent await, long nowNanos) {
    this.thread = task.thread;
    this.kind = await.kind;
    this.sinceNanos = await.sinceNanos;
    this.endNanos = nowNanos;
    this.readyNanos = await.resumeLatency;
    this.timeoutNanos = await.timeout;
    this.awaitable = await.monitorClass == null ? "" : await.monitorClass.getName();
    this.awaitableId = 0;
    this.pinned = false;
    this.waker = 0;
    this.wakerName = "";
    this.timedOut = await.timedOut;
    this.interrupted = await.interrupted;
    this.where = null;
    this.frames = await.walked;
    this.held = HeldLocks.ofSuspended(task);
  }

  private WatchedAwait(WatchedTask task, OngoingAwait await, StackTraceElement[] frames) {
    AwaitEvent parked = await instanceof AwaitEvent park ? park : null;
    this.thread = task.thread;
    this.kind = await.kind();
    this.sinceNanos = await.sinceNanos;
    this.endNanos = 0;
    this.readyNanos = 0;
    this.timeoutNanos = parked == null ? 0 : parked.timeout;
    this.awaitable = parked == null || parked.awaitable == null ? "" : parked.awaitable.getName();
    this.awaitableId = parked == null ? 0 : parked.awaitableId;
    this.pinned = parked != null && parked.pinned;
    this.waker = 0;
    this.wakerName = "";
    this.timedOut = false;
    this.interrupted = false;
    this.where = null;
    this.frames = frames;
    this.held = HeldLocks.ofSuspended(task);
  }

  /** Called by an ordinary thread. */
  static WatchedAwait ongoing(WatchedTask task, OngoingAwait await) {
    return new WatchedAwait(task, await, task.thread.getStackTrace());
  }

  private static String name(Thread thread, long id) {
    return thread == null || thread.threadId() != id ? "" : thread.getName();
  }
}

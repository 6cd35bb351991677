package dev.trama.probe;

/**
 * A walk over all ongoing awaits, for readers outside the probes. Readers ask the walk itself about
 * the current await, so that a walk over a million awaits allocates nothing. The application runs
 * meanwhile, so the awaits are not those of a single instant.
 */
public final class OngoingAwaits implements SuspendedThreads.Visitor {
  private final Reader reader;
  private OngoingAwait await;
  private Holding held;

  private OngoingAwaits(Reader reader) {
    this.reader = reader;
  }

  /** Receives the awaits one by one. */
  public interface Reader {
    /** Called for each await; {@code at} describes it only during this call. */
    void read(OngoingAwaits at);
  }

  /** Shows all ongoing awaits to the reader. Called on ordinary threads. */
  public static void read(Reader reader) {
    SuspendedThreads.forEach(new OngoingAwaits(reader));
  }

  @Override
  public void visit(OngoingAwait next) {
    await = next;
    held = next instanceof MonitorAwaitEvent monitor ? monitor.held : null;
    reader.read(this);
  }

  /** The suspended thread. */
  public Thread thread() {
    return await.suspended;
  }

  /** As in the events: park, sleep, yield, monitor-enter, object-wait. */
  public String kind() {
    return await.kind();
  }

  /** {@link System#nanoTime()} when it began. */
  public long sinceNanos() {
    return await.sinceNanos;
  }

  /** {@link System#nanoTime()} when it was woken; 0 while it has not been. */
  public long wokenNanos() {
    return await.wokenBy == 0 ? 0 : await.wokenNanos; // the waker writes wokenBy last
  }

  /** Java thread id of the waker; 0 while there is none. */
  public long wokenBy() {
    return await.wokenBy;
  }

  /** Number of the stack; 0 when unknown. */
  public long stack() {
    return await.stack;
  }

  /** Whether it has a time limit. */
  public boolean isTimed() {
    return await.limitNanos() > 0;
  }

  /** Whether the carrier is blocked. */
  public boolean isPinned() {
    return await.isPinned();
  }

  /** Binary name of the awaited object's class; empty when unknown. */
  public String awaitable() {
    return await instanceof AwaitEvent park && park.awaitable != null
        ? park.awaitable.getName()
        : "";
  }

  /** The thread that holds the lock or monitor that is awaited; null when unknown. */
  public Thread owner() {
    if (await instanceof AwaitEvent) {
      return await.holder();
    }
    return held == null ? null : held.holder; // and not a later holder
  }

  /** {@link System#nanoTime()} of a moment after which the owner held it. */
  public long ownerSeenNanos() {
    return held == null ? System.nanoTime() : held.seenNanos;
  }

  /** The thread's stack now if it is still in this await; empty when not. */
  public StackTraceElement[] walk() {
    return await.walk();
  }
}

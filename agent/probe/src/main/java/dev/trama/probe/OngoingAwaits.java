package dev.trama.probe;

/**
 * A walk over all ongoing awaits, for readers outside of the probes. The walk itself is what they
 * ask about the await at hand, so that a walk over a million of them allocates nothing. The
 * application goes on meanwhile: the awaits are those of no single instant.
 */
public final class OngoingAwaits implements SuspendedThreads.Visitor {
  private final Reader reader;
  private OngoingAwait await;
  private Holding held;

  private OngoingAwaits(Reader reader) {
    this.reader = reader;
  }

  /** Is told when the walk has come to the next await. */
  public interface Reader {
    /** The await at hand is to be asked for during this call only. */
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

  /** {@link System#nanoTime()} of its begin. */
  public long sinceNanos() {
    return await.sinceNanos;
  }

  /** {@link System#nanoTime()} of its wake-up; 0 while nobody has woken it. */
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

  /** Who holds the lock or monitor that is awaited; null when unknown. */
  public Thread owner() {
    if (await instanceof AwaitEvent) {
      return await.holder();
    }
    return held == null ? null : held.holder; // and not who holds it by now, which was seen later
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

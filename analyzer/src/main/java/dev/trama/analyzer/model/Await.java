package dev.trama.analyzer.model;

/**
 * One suspension of a task: from giving up (or pinning) its carrier to running again.
 *
 * <pre>
 * startNanos                        readyAtNanos         endNanos
 *     |------- awaiting ----------------|------ ready -------|
 * </pre>
 *
 * @param kind the top-level kind
 * @param fine what was awaited, refined from the stack
 * @param startNanos since the epoch
 * @param endNanos when the task ran again; when the recording saw it last, if still suspended
 * @param readyNanos from being woken to running again (the resume latency); 0 when unknown
 * @param timeoutNanos how long it may last; 0 when it has no limit
 * @param carrier the carrier that was given up
 * @param resumedOn the carrier it resumed on, where the event says so
 * @param stack where it suspended; {@link Stack#NONE} when not taken
 */
public record Await(
    AwaitKind kind,
    FineKind fine,
    long startNanos,
    long endNanos,
    long readyNanos,
    long timeoutNanos,
    Awaitable awaitable,
    ThreadRef carrier,
    ThreadRef resumedOn,
    Waker waker,
    Stack stack,
    Ending ending) {

  /** How an await ended. */
  public enum Ending {
    WOKEN,
    TIMED_OUT,
    INTERRUPTED,
    /** Had not ended when the recording did. */
    STILL_SUSPENDED
  }

  public long durationNanos() {
    return endNanos - startNanos;
  }

  /** When it was woken; its end, when the resume latency is unknown. */
  public long readyAtNanos() {
    return endNanos - readyNanos;
  }

  public long awaitingNanos() {
    return durationNanos() - readyNanos;
  }

  public boolean isPinned() {
    return kind == AwaitKind.PINNED;
  }

  public boolean isOfMonitor() {
    return switch (kind) {
      case MONITOR_ENTER, OBJECT_WAIT -> true;
      case SLEEP, PARK, YIELD, PINNED -> false;
    };
  }

  /**
   * The awaitable, where it distinguishes this await from others at its site. Monitors do not: only
   * those that are awaited for long are identified, so a contended one would look like two.
   */
  public Awaitable distinctAwaitable() {
    return isOfMonitor() ? Awaitable.NONE : awaitable;
  }

  public boolean isStillSuspended() {
    return ending == Ending.STILL_SUSPENDED;
  }
}

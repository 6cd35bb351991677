package dev.trama.analyzer.model;

/** Awaits with one end moved. */
public final class Awaits {
  private Awaits() {}

  /**
   * An await that has not ended, seen at a later time: since it was woken, if it was, it has been
   * ready.
   */
  static Await still(Await a, long endNanos) {
    long more = endNanos - a.endNanos();
    return a.readyNanos() == 0
        ? bounded(a, a.startNanos(), endNanos)
        : bounded(a, a.startNanos(), endNanos, a.readyNanos() + more);
  }

  static Await from(Await a, long startNanos) {
    return bounded(a, startNanos, Math.max(startNanos, a.endNanos()));
  }

  /** The same await, beginning and ending at other times. */
  public static Await bounded(Await a, long startNanos, long endNanos) {
    return bounded(a, startNanos, endNanos, Math.min(a.readyNanos(), endNanos - startNanos));
  }

  private static Await bounded(Await a, long startNanos, long endNanos, long readyNanos) {
    return new Await(
        a.kind(),
        a.fine(),
        startNanos,
        endNanos,
        readyNanos,
        a.timeoutNanos(),
        a.awaitable(),
        a.carrier(),
        a.resumedOn(),
        a.waker(),
        a.stack(),
        a.ending());
  }
}

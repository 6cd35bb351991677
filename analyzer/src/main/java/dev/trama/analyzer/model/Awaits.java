package dev.trama.analyzer.model;

/** Awaits with one end moved. */
public final class Awaits {
  private Awaits() {}

  static Await until(Await a, long endNanos) {
    return bounded(a, a.startNanos(), endNanos);
  }

  static Await from(Await a, long startNanos) {
    return bounded(a, startNanos, Math.max(startNanos, a.endNanos()));
  }

  /** The same await, beginning and ending at other times. */
  public static Await bounded(Await a, long startNanos, long endNanos) {
    return new Await(
        a.kind(),
        a.fine(),
        startNanos,
        endNanos,
        Math.min(a.readyNanos(), endNanos - startNanos),
        a.timeoutNanos(),
        a.awaitable(),
        a.carrier(),
        a.resumedOn(),
        a.waker(),
        a.stack(),
        a.ending());
  }
}

package dev.trama.analyzer.model;

/** An interval on a task's track. */
public sealed interface Slice {
  long startNanos();

  long endNanos();

  default long durationNanos() {
    return endNanos() - startNanos();
  }

  /** Mounted on a carrier, which is {@link ThreadRef#UNKNOWN} when no event has it. */
  record Running(long startNanos, long endNanos, ThreadRef carrier) implements Slice {}

  /** Able to run, and waiting for a carrier. */
  record Ready(long startNanos, long endNanos) implements Slice {}

  /** Suspended, its carrier free for others. */
  record Awaiting(long startNanos, long endNanos, Await await) implements Slice {}

  /** Suspended, its carrier blocked. */
  record Pinned(long startNanos, long endNanos, Await await) implements Slice {}

  /** Alive, but the recording does not say what it did. */
  record Unknown(long startNanos, long endNanos) implements Slice {}
}

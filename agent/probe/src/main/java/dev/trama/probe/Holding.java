package dev.trama.probe;

/**
 * The thread that was seen to hold a monitor, and when; one object, so that readers on other
 * threads see both or none.
 */
final class Holding {
  final Thread holder;

  /** {@link System#nanoTime()} before the holder was asked: it held the monitor after that. */
  final long seenNanos;

  Holding(Thread holder, long seenNanos) {
    this.holder = holder;
    this.seenNanos = seenNanos;
  }
}

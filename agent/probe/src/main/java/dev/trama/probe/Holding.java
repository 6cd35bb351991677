package dev.trama.probe;

/**
 * Who was seen to hold a monitor; one object, so that readers on other threads see both or none.
 */
final class Holding {
  final Thread holder;

  /** {@link System#nanoTime()} before the holder was asked: it held the monitor after. */
  final long seenNanos;

  Holding(Thread holder, long seenNanos) {
    this.holder = holder;
    this.seenNanos = seenNanos;
  }
}

package dev.trama.probe;

import java.util.ArrayList;

/** A virtual thread that a {@link Watch} follows. */
public final class WatchedTask {
  /** The thread itself. */
  public final Thread thread;

  /** Java thread id of the thread that started it; 0 when unknown. */
  public final long parent;

  /** Name of that thread at the time; may be empty. */
  public final String parentName;

  /** {@link System#nanoTime()} of its start, or when it was first seen. */
  public final long bornNanos;

  /** The parent's stack at the start, below this package's frames; null when unknown. */
  public final Throwable where;

  /** {@link System#nanoTime()} of its end; 0 before. */
  public volatile long endNanos;

  final Watch watch;

  /**
   * The locks that it holds, as {@link HeldLocks} saw it take them; only the thread itself changes
   * this.
   */
  final ArrayList<Object> held = new ArrayList<>(0);

  WatchedTask(Watch watch, Thread thread, long parent, String parentName, Throwable where) {
    this.watch = watch;
    this.thread = thread;
    this.parent = parent;
    this.parentName = parentName;
    this.where = where;
    this.bornNanos = System.nanoTime();
  }
}

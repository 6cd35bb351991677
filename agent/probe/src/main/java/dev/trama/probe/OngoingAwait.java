package dev.trama.probe;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/**
 * An await that has begun and not ended: an event that is not yet committed, and what wakers and
 * readers need to know of it meanwhile. Only {@link #stack} is recorded of the fields here.
 *
 * <p>A waker may be so late that the thread runs already, so what wakers write is kept apart from
 * what is recorded: the thread reads {@link #wokenBy} once, and the rest only if that is set.
 */
abstract class OngoingAwait extends Event {
  private static final StackTraceElement[] NOT_WALKED = {};

  @Label("Stack")
  @Description("Number of the trama.Stack with which it suspended; 0 when unknown")
  long stack;

  /** Where {@link #stack} is kept among the known stacks; null when it is not. */
  transient KnownStacks.Table knownStacks;

  /** The suspended thread; compared by identity. */
  transient Thread suspended;

  /** {@link System#nanoTime()} when the suspension began. */
  transient long sinceNanos;

  /** Where {@link SuspendedThreads} keeps this; -1 when it has no slot. */
  transient int slot = -1;

  transient SuspendedThreads.Table table;

  /** {@link System#nanoTime()} of the wake-up; written before {@link #wokenBy}. */
  transient long wokenNanos;

  /** The waker, or the carrier it ended on; written before {@link #wokenBy}. */
  transient Thread wakerThread;

  /** Whether its timeout ended it; written before {@link #wokenBy}. */
  transient boolean wokenByTimeout;

  /** Whether an interrupt ended it; written before {@link #wokenBy}. */
  transient boolean wokenByInterrupt;

  /** Thread id of the one waker whose wake-up ended this suspension; 0 until there is one. */
  transient volatile long wokenBy;

  /** Name of the kind, as in the events. */
  abstract String kind();

  /** How long it may last, in nanoseconds; 0 when it has no limit. */
  abstract long limitNanos();

  /** Whether the carrier is blocked. */
  abstract boolean isPinned();

  /** Class of the object awaited; null when there is none or it is unknown. */
  abstract Class<?> awaitedClass();

  /** Identity hash code of the object awaited; 0 as above. */
  abstract int awaitedId();

  /** Who holds what is awaited; null when that is unknown. */
  abstract Thread holder();

  /**
   * The thread's stack if it is still in this await, else empty. The thread may resume meanwhile:
   * the stack is the await's only if it is suspended after, too.
   */
  final StackTraceElement[] walk() {
    StackTraceElement[] stack = suspended.getStackTrace();
    return SuspendedThreads.isOngoing(this) ? stack : NOT_WALKED;
  }

  /** Nanoseconds from the wake-up until now, at least 1. */
  final long latencyAt(long nowNanos) {
    return Math.max(1, nowNanos - wokenNanos);
  }
}

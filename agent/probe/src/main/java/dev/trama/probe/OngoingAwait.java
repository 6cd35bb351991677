package dev.trama.probe;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/**
 * An await that has begun and not ended: an event that is not yet committed, and what wakers and
 * readers need to know of it meanwhile. Of the fields here only {@link #stack} is recorded.
 *
 * <p>A waker may be so late that the thread is already running, so the fields that wakers write are
 * separate from those that are recorded: the thread reads {@link #wokenBy} once, and the others
 * only if that is set.
 */
abstract class OngoingAwait extends Event {
  private static final StackTraceElement[] NOT_WALKED = {};

  @Label("Stack")
  @Description("Number of the trama.Stack with which it suspended; 0 when unknown")
  long stack;

  /** The table of known stacks in which {@link #stack} is; null when it is in none. */
  transient KnownStacks.Table knownStacks;

  /** The suspended thread; compared by identity. */
  transient Thread suspended;

  /** {@link System#nanoTime()} when the suspension began. */
  transient long sinceNanos;

  /** Id of the carrier that runs it again, if the probes know: no other counts in its stripe. */
  transient long resumingCarrier;

  /** Where {@link SuspendedThreads} keeps this; -1 when it has no slot. */
  transient int slot = -1;

  transient SuspendedThreads.Table table;

  /** {@link System#nanoTime()} of the wake-up; written before {@link #wokenBy}. */
  transient long wokenNanos;

  /** The waker, or the carrier on which it ended; written before {@link #wokenBy}. */
  transient Thread wakerThread;

  /** Whether its timeout ended it; written before {@link #wokenBy}. */
  transient boolean wokenByTimeout;

  /** Whether an interrupt ended it; written before {@link #wokenBy}. */
  transient boolean wokenByInterrupt;

  /** Thread id of the waker that ended this suspension; 0 until there is one. */
  transient volatile long wokenBy;

  /** Name of the kind, as in the events. */
  abstract String kind();

  /** How long it may last, in nanoseconds; 0 when it has no limit. */
  abstract long limitNanos();

  /** Whether the carrier is blocked. */
  abstract boolean isPinned();

  /** Class of the object awaited; null when there is none or it is unknown. */
  abstract Class<?> awaitedClass();

  /** Identity hash code of the object awaited; 0 when there is none or it is unknown. */
  abstract int awaitedId();

  /** The thread that holds what is awaited; null when unknown. */
  abstract Thread holder();

  /**
   * The thread's stack if it is still in this await, otherwise empty. The thread may resume
   * meanwhile: the stack belongs to the await only if the thread is still suspended afterwards.
   */
  final StackTraceElement[] walk() {
    StackTraceElement[] stack = suspended.getStackTrace();
    return SuspendedThreads.isOngoing(this) ? stack : NOT_WALKED;
  }

  /** Which stripe of a {@link Counter} to count its end in. */
  final long stripe() {
    return resumingCarrier != 0 ? resumingCarrier : suspended.threadId();
  }

  /** Nanoseconds from the wake-up until now, at least 1. */
  final long latencyAt(long nowNanos) {
    return Math.max(1, nowNanos - wokenNanos);
  }
}

package dev.trama.analyzer.read.decode;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Details that an analysis may not need. Looking up a field costs about as much as parsing the
 * event, and a recording has nearly as many wakes as awaits, so details are read only on request:
 * without them there are no {@code Woke} events, and awaits have an unknown waker or awaitable.
 */
public enum EventDetail {
  /** The wake edges as events of their own, with the waker's stack. */
  WAKES,
  /** The waker of an await, and how it ended. */
  WAKERS,
  /** What was awaited and with which time limit; the finer kinds need it. */
  AWAITABLES;

  public static final Set<EventDetail> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(EventDetail.class));
}

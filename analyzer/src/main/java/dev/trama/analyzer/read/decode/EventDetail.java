package dev.trama.analyzer.read.decode;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an analysis may do without. Looking up a field costs about as much as parsing the event, and
 * a recording has nearly as many wakes as awaits, so what is not asked for is not read: there are
 * no {@code Woke} events then, and awaits have an unknown waker or awaitable.
 */
public enum EventDetail {
  /** The wake edges as events of their own, with the waker's stack. */
  WAKES,
  /** Who ended an await, and how it ended. */
  WAKERS,
  /** What was awaited and with which time limit; the finer kinds need it. */
  AWAITABLES;

  public static final Set<EventDetail> ALL =
      Collections.unmodifiableSet(EnumSet.allOf(EventDetail.class));
}

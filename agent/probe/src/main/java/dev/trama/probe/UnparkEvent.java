package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Where a waker woke a thread. Each await itself has its waker and the instant, so this is recorded
 * only as often as it adds a new place.
 */
@Name("trama.Unpark")
@Label("Unpark")
@Description(
    "Where a thread woke a parked virtual thread; recorded for some wake-ups of each place")
@Category("Trama")
@StackTrace(true)
final class UnparkEvent extends Event {
  @Label("Target")
  @Description("Java thread id of the virtual thread that was woken")
  long target;

  @Label("Interrupt")
  @Description("The target was woken by being interrupted")
  boolean interrupt;
}

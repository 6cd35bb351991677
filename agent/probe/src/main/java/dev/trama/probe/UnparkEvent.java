package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One wake edge, in the waker's thread: this unpark, and no other, ended the target's await. */
@Name("trama.Unpark")
@Label("Unpark")
@Description("A thread woke a parked virtual thread")
@Category("Trama")
@StackTrace(false)
final class UnparkEvent extends Event {
  @Label("Target")
  @Description("Java thread id of the virtual thread that was woken")
  long target;

  @Label("Interrupt")
  @Description("The target was woken by being interrupted")
  boolean interrupt;
}

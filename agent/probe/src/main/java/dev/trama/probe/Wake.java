package dev.trama.probe;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/**
 * What {@link UnparkEvent} and {@link UnparkWithoutStackEvent} have in common: one wake edge, in
 * the waker's thread. This unpark, and no other, ended the target's await.
 */
abstract class Wake extends Event {
  @Label("Target")
  @Description("Java thread id of the virtual thread that was woken")
  long target;

  @Label("Interrupt")
  @Description("The target was woken by being interrupted")
  boolean interrupt;
}

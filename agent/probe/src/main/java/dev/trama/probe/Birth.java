package dev.trama.probe;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;

/**
 * What {@link SpawnEvent} and {@link SpawnWithoutStackEvent} have in common: the birth of a virtual
 * thread, in its parent's thread.
 */
abstract class Birth extends Event {
  @Label("Child")
  @Description("Java thread id of the virtual thread that was started")
  long child;

  @Label("Name")
  @Description("Name of the virtual thread when it was started; absent when it has none")
  String name;

  @Label("Container")
  @Description("The executor or structured scope the thread belongs to; absent when none")
  String container;
}

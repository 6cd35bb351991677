package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The start of a virtual thread, in its parent's thread. */
@Name("trama.Spawn")
@Label("Spawn")
@Description("A virtual thread was started")
@Category("Trama")
@StackTrace(false)
final class SpawnEvent extends Event {
  @Label("Child")
  @Description("Java thread id of the virtual thread that was started")
  long child;

  @Label("Name")
  @Description("Name of the virtual thread when it was started; absent when it has none")
  String name;

  @Label("Container")
  @Description("The executor or structured scope the thread belongs to; absent when none")
  String container;

  @Label("Stack")
  @Description("Number of the trama.Stack that started it; 0 when it was not taken")
  long stack;
}

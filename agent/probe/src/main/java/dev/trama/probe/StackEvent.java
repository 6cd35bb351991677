package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * The stack that awaits name by its number. Written again in each chunk that has awaits with it, so
 * that the rest of a ring or of a cut file can be read by itself.
 */
@Name("trama.Stack")
@Label("Stack")
@Description("A stack that awaits name by its number")
@Category("Trama")
@StackTrace(true)
final class StackEvent extends Event {
  @Label("Number")
  @Description("The number by which awaits name the stack; unique within one run of a JVM")
  long number;

  @Label("Frames")
  @Description(
      "The stack, top frame first, one 'class.method(file:line)' a line, where another thread"
          + " walked it; when absent, it is the event's own stack trace")
  String frames;
}

package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One await with the stack that suspended; committed by the virtual thread when it runs again. */
@Name("trama.Await")
@Label("Await")
@Description("A virtual thread suspended, and runs again")
@Category("Trama")
@StackTrace(true)
final class AwaitEvent extends Suspension {
  /**
   * The same await, for when the budget will not allow its stack; null while there is no shortage.
   */
  transient AwaitWithoutStackEvent withoutStack;
}

package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * One await whose stack the budget did not allow. JFR can only leave out the stacks of a whole
 * type.
 */
@Name("trama.AwaitWithoutStack")
@Label("Await Without Stack")
@Description("A virtual thread suspended, and runs again; its stack was not taken")
@Category("Trama")
@StackTrace(false)
final class AwaitWithoutStackEvent extends Suspension {}

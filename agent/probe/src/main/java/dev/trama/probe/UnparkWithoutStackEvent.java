package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One wake edge whose stack the budget did not allow. */
@Name("trama.UnparkWithoutStack")
@Label("Unpark Without Stack")
@Description("A thread woke a parked virtual thread; its stack was not taken")
@Category("Trama")
@StackTrace(false)
final class UnparkWithoutStackEvent extends Wake {}

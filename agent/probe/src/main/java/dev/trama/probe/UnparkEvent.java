package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One wake edge with the stack of the waker. */
@Name("trama.Unpark")
@Label("Unpark")
@Description("A thread woke a parked virtual thread")
@Category("Trama")
@StackTrace(true)
final class UnparkEvent extends Wake {}

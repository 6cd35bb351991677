package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One birth with the stack of the parent. */
@Name("trama.Spawn")
@Label("Spawn")
@Description("A thread started a virtual thread")
@Category("Trama")
@StackTrace(true)
final class SpawnEvent extends Birth {}

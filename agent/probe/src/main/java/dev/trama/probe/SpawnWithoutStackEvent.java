package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One birth whose stack the budget did not allow. */
@Name("trama.SpawnWithoutStack")
@Label("Spawn Without Stack")
@Description("A thread started a virtual thread; its stack was not taken")
@Category("Trama")
@StackTrace(false)
final class SpawnWithoutStackEvent extends Birth {}

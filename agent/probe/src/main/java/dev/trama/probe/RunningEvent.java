package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What one carrier runs at this moment; for live views only. */
@Name("trama.Running")
@Label("Running")
@Description(
    "What a carrier runs at this moment, on JDK 24 and later; recorded for live views only")
@Category("Trama")
@Enabled(false)
@Period("1 s")
@StackTrace(false)
final class RunningEvent extends Event {
  @Label("Carrier")
  @Description("Name of the carrier")
  String carrier;

  @Label("Thread")
  @Description("Java thread id of the virtual thread it runs; 0 when none")
  long thread;

  @Label("Name")
  @Description("Its name; absent when it has none")
  String name;

  @Label("Running For")
  @Description("How long it has run, at least; measured by looks a second apart")
  @Timespan(Timespan.NANOSECONDS)
  long runningFor;

  @Label("Blocked")
  @Description("Whether the virtual thread is suspended and keeps its carrier: pinned")
  boolean blocked;
}

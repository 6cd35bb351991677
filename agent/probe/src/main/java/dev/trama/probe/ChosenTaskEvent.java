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

/** The one task that a live view shows. */
@Name("trama.ChosenTask")
@Label("Chosen Task")
@Description("The virtual thread that is open in a live view at this moment")
@Category("Trama")
@Enabled(false)
@Period("1 s")
@StackTrace(false)
final class ChosenTaskEvent extends Event {
  @Label("Viewer")
  @Description("Process id of the live view")
  long viewer;

  @Label("Thread")
  @Description("Java thread id of the virtual thread")
  long thread;

  @Label("Name")
  @Description("Its name; absent when it has none")
  String name;

  @Label("State")
  @Description("running, ready, awaiting, ended, or gone when there is no such thread")
  String state;

  @Label("Kind")
  @Description("As in the awaits; absent when it is not suspended")
  String kind;

  @Label("Suspended For")
  @Description("How long the await has lasted; 0 when it is not suspended")
  @Timespan(Timespan.NANOSECONDS)
  long suspendedFor;

  @Label("Owner")
  @Description("Java thread id of the thread that owns the lock awaited; 0 when unknown")
  long owner;

  @Label("Woken By")
  @Description("Java thread id of the thread that woke it; 0 when it has not been woken")
  long wokenBy;

  @Label("Frames")
  @Description("Its stack now: top frame first, one class.method(file:line) a line; may be absent")
  String frames;
}

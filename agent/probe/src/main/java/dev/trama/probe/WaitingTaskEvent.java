package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One of the threads suspended for longest in one way; for live views only. */
@Name("trama.WaitingTask")
@Label("Waiting Task")
@Description(
    "A virtual thread that is among those suspended for longest in one way at this moment; "
        + "recorded for live views only")
@Category("Trama")
@Enabled(false)
@StackTrace(false)
final class WaitingTaskEvent extends Event {
  @Label("Look")
  @Description("As in trama.Waiting")
  long look;

  @Label("Thread")
  @Description("Java thread id of the suspended virtual thread")
  long thread;

  @Label("Name")
  @Description("Its name; absent when it has none")
  String name;

  @Label("Kind")
  @Description("As in the awaits")
  String kind;

  @Label("Stack")
  @Description("Number of the trama.Stack with which it suspended; 0 when unknown")
  long stack;

  @Label("Timed")
  @Description("Whether the await has a time limit")
  boolean timed;

  @Label("Pinned")
  @Description("Whether the carrier is blocked")
  boolean pinned;

  @Label("Awaitable")
  @Description("Class of the object awaited; absent when none or unknown")
  Class<?> awaitable;

  @Label("Awaitable Identity")
  @Description("Identity hash code of the object awaited; 0 when there is none")
  int awaitableId;

  @Label("Suspended For")
  @Description("How long the await has lasted")
  @Timespan(Timespan.NANOSECONDS)
  long suspendedFor;

  @Label("Owner")
  @Description("Java thread id of the thread that owns the lock awaited; 0 when unknown")
  long owner;

  @Label("Woken By")
  @Description("Java thread id of the thread that woke it; 0 when it has not been woken")
  long wokenBy;
}

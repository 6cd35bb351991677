package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A virtual thread that was suspended when a chunk, or the recording, ended. */
@Name("trama.StillSuspended")
@Label("Still Suspended")
@Description("A virtual thread that is suspended at this moment")
@Category("Trama")
@Period("endChunk")
@StackTrace(false)
final class StillSuspendedEvent extends Event {
  @Label("Thread")
  @Description("Java thread id of the suspended virtual thread")
  long thread;

  @Label("Name")
  @Description("Name of the suspended thread; absent when it has none")
  String name;

  @Label("Kind")
  @Description("What suspended the thread: park, sleep, yield, monitor-enter or object-wait")
  String kind;

  @Label("Suspended For")
  @Description("How long the await has lasted")
  @Timespan(Timespan.NANOSECONDS)
  long suspendedFor;

  @Label("Timeout")
  @Description("How long the await may last; 0 when it has no limit")
  @Timespan(Timespan.NANOSECONDS)
  long timeout;

  @Label("Awaitable")
  @Description("Class of the object awaited; absent when none or unknown")
  Class<?> awaitable;

  @Label("Awaitable Identity")
  @Description("Identity hash code of the object awaited; 0 when there is none")
  int awaitableId;

  @Label("Owner")
  @Description("Java thread id of the thread that owns the lock awaited; 0 when unknown")
  long owner;

  @Label("Pinned")
  @Description("The carrier is not given up but blocked")
  boolean pinned;

  @Label("Woken By")
  @Description("Java thread id of the thread that woke it; 0 when it has not been woken")
  long wokenBy;

  @Label("Ready For")
  @Description("How long ago it was woken; 0 when it was not")
  @Timespan(Timespan.NANOSECONDS)
  long readyFor;

  @Label("Stack")
  @Description("Number of the trama.Stack with which it suspended; 0 when unknown")
  long stack;
}

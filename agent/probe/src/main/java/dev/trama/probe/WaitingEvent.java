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

/** How many threads are suspended with one stack at this moment; for live views only. */
@Name("trama.Waiting")
@Label("Waiting")
@Description(
    "How many virtual threads are suspended in one way at this moment; recorded for live views"
        + " only")
@Category("Trama")
@Enabled(false)
@Period("1 s")
@StackTrace(false)
final class WaitingEvent extends Event {
  @Label("Look")
  @Description("Number of the look; all events of one look have the same number")
  long look;

  @Label("Kind")
  @Description("As in the awaits; absent when no thread is suspended")
  String kind;

  @Label("Stack")
  @Description("Number of the trama.Stack with which it suspended; 0 when unknown")
  long stack;

  @Label("Timed")
  @Description("Whether the awaits have a time limit")
  boolean timed;

  @Label("Pinned")
  @Description("Whether carriers are blocked")
  boolean pinned;

  @Label("Awaitable")
  @Description(
      "Class of the object that the longest suspended thread awaits; absent when none or unknown")
  Class<?> awaitable;

  @Label("Awaiting")
  @Description("How many are suspended and have not been woken")
  long awaiting;

  @Label("Ready")
  @Description("How many have been woken and have no carrier")
  long ready;

  @Label("Longest")
  @Description("How long the longest suspended of them has been suspended")
  @Timespan(Timespan.NANOSECONDS)
  long longest;

  @Label("Thread")
  @Description("Java thread id of the longest suspended")
  long thread;

  @Label("Name")
  @Description("Its name; absent when it has none")
  String name;
}

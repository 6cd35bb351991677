package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * One await that the virtual thread itself records once it runs again. Start and duration span the
 * whole await, from giving up the carrier to running again.
 */
@Name("trama.Await")
@Label("Await")
@Description("A virtual thread suspended, and runs again")
@Category("Trama")
@StackTrace(false)
final class AwaitEvent extends OngoingAwait {
  @Label("Kind")
  @Description("What suspended the thread: park, sleep or yield")
  String kind;

  @Label("Timeout")
  @Description("How long the await may last; 0 when it has no limit")
  @Timespan(Timespan.NANOSECONDS)
  long timeout;

  @Label("Awaitable")
  @Description("Class of the object awaited (the blocker given to LockSupport); absent when none")
  Class<?> awaitable;

  @Label("Awaitable Identity")
  @Description("Identity hash code of the object awaited; 0 when there is none")
  int awaitableId;

  @Label("Pinned")
  @Description("The carrier was not given up but blocked")
  boolean pinned;

  @Label("Carrier")
  @Description("The carrier on which the thread suspended")
  Thread carrier;

  @Label("Waker")
  @Description("Java thread id of the thread whose unpark ended the await; 0 when unknown")
  long waker;

  @Label("Timed Out")
  @Description("The await was ended by its timeout")
  boolean timedOut;

  @Label("Interrupted")
  @Description("The thread was interrupted when it was woken")
  boolean interrupted;

  @Label("Resume Latency")
  @Description("From being woken to running again; 0 when the waker is unknown")
  @Timespan(Timespan.NANOSECONDS)
  long resumeLatency;

  /** The object awaited, for readers while the await lasts; not recorded. */
  transient Object blocker;

  @Override
  String kind() {
    return kind;
  }

  @Override
  long limitNanos() {
    return timeout;
  }

  @Override
  boolean isPinned() {
    return pinned;
  }

  @Override
  Class<?> awaitedClass() {
    return awaitable;
  }

  @Override
  int awaitedId() {
    return awaitableId;
  }

  @Override
  Thread holder() {
    return StillSuspended.ownerOf(blocker);
  }
}

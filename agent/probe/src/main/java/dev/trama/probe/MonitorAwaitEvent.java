package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * One suspension on a monitor. Events committed on a carrier are lost, so a platform thread of the
 * agent commits it; start and duration are the await's own.
 */
@Name("trama.MonitorAwait")
@Label("Monitor Await")
@Description("A virtual thread suspended on a monitor, and runs again")
@Category("Trama")
@StackTrace(false)
final class MonitorAwaitEvent extends OngoingAwait {
  @Label("Thread")
  @Description("Java thread id of the virtual thread that suspended")
  long thread;

  @Label("Kind")
  @Description("What suspended the thread: monitor-enter or object-wait")
  String kind;

  @Label("Timeout")
  @Description("How long the wait may last; 0 when it has no limit")
  @Timespan(Timespan.NANOSECONDS)
  long timeout;

  @Label("Monitor Class")
  @Description("Class of the monitor's object; absent when it is not known")
  Class<?> monitorClass;

  @Label("Monitor Identity")
  @Description("Identity hash code of the monitor's object; 0 when it is not known")
  int monitorId;

  @Label("Owner")
  @Description("Java thread id of the thread seen to hold the monitor meanwhile; 0 when unknown")
  long owner;

  @Label("Carrier")
  @Description("The carrier that was given up")
  Thread carrier;

  @Label("Resumed On")
  @Description("The carrier on which the thread runs again")
  Thread resumedOn;

  @Label("Timed Out")
  @Description("The wait was ended by its timeout")
  boolean timedOut;

  @Label("Interrupted")
  @Description("The thread was interrupted when it resumed")
  boolean interrupted;

  @Label("Resume Latency")
  @Description("From being unblocked to running again; 0 when unknown")
  @Timespan(Timespan.NANOSECONDS)
  long resumeLatency;

  /** The walked stack, until the committing thread writes it; null when it was not walked. */
  transient StackTraceElement[] walked;

  /** The monitor's object, while the await is ongoing; null when not known. */
  transient Object monitor;

  /** The thread that held the monitor when {@link Monitors} looked last; null when unknown. */
  transient volatile Holding held;

  /** The next in {@link MonitorQueue}. */
  transient MonitorAwaitEvent next;

  boolean entersMonitor() {
    return kind.equals(MonitorProbe.ENTER);
  }

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
    return false;
  }

  @Override
  Class<?> awaitedClass() {
    return monitorClass;
  }

  @Override
  int awaitedId() {
    return monitorId;
  }

  @Override
  Thread holder() {
    Holding now = held;
    return now == null ? null : now.holder;
  }
}

package dev.trama.probe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * What was seen and what was kept, counted since the agent started; every second and at the end.
 */
@Name("trama.Completeness")
@Label("Completeness")
@Description("Counters of what the agent has seen, recorded and dropped since it started")
@Category("Trama")
@Period("endChunk")
@StackTrace(false)
final class CompletenessEvent extends Event {
  @Label("Awaits Seen")
  @Description("Awaits that ended, of every kind")
  long awaitsSeen;

  @Label("Awaits Committed")
  @Description("Awaits given to JFR, of every kind")
  long awaitsCommitted;

  @Label("Without Stack")
  @Description("Awaits committed whose stack was neither recognised nor walked")
  long withoutStack;

  @Label("Stacks Known")
  @Description("Stacks that are recognised by their fingerprints at this moment")
  long stacksKnown;

  @Label("Stack Mismatches")
  @Description("Recognised stacks that proved wrong when they were verified")
  long stackMismatches;

  @Label("Lost")
  @Description("Awaits that ended and could not be committed")
  long lost;

  @Label("Waker Unknown")
  @Description("Parks that ended and whose waker is not known")
  long wakerUnknown;

  @Label("Probe Failures")
  @Description("Errors inside the agent's probes, all kept from the application")
  long probeFailures;

  @Label("Suspended")
  @Description("Virtual threads that are suspended at this moment")
  long suspended;

  @Label("Capture Time")
  @Description("Time that taking and writing stacks has cost: twice the time of taking them")
  @Timespan(Timespan.NANOSECONDS)
  long captureTime;

  @Label("Budget")
  @Description("The share of processor time that taking stacks may cost; 1 when unlimited")
  @Percentage
  float budget;

  @Label("Stack Threshold")
  @Description(
      "Awaits at least this long have their stack walked at this moment if it is not recognised")
  @Timespan(Timespan.NANOSECONDS)
  long stackThreshold;
}

package dev.trama.agent.watch;

import java.util.Map;

/**
 * The virtual threads in numbers, as {@code dev.trama:type=VirtualThreads}. Numbers of this moment
 * are at most a second old; quantiles and rates cover the last ten seconds; counts begin when the
 * agent was installed.
 */
public interface VirtualThreadsMXBean {
  /** Tasks that are suspended and have not been woken. */
  long getAwaiting();

  /** The same by what they await: {@code socket read}, {@code connection pool}. */
  Map<String, Long> getAwaitingByKind();

  /** Tasks that were woken and have no carrier. */
  long getReady();

  /** The median time from being woken to running again; NaN when no await ended. */
  double getReadyP50Seconds();

  /** The 99th percentile of that time; NaN when fewer than a hundred awaits ended. */
  double getReadyP99Seconds();

  /** How long the oldest await has lasted; 0 when there is none. */
  double getOldestAwaitSeconds();

  /** Awaits that ended per second. */
  double getAwaitsPerSecond();

  /** Awaits that ended. */
  long getAwaits();

  /** Awaits that ended and could not be recorded. */
  long getAwaitsLost();

  /** Awaits recorded without a stack. */
  long getAwaitsWithoutStack();

  /** Errors that the agent kept from the application. */
  long getProbeFailures();

  /** Stacks that the agent recognises. */
  int getStacksKnown();

  /** Files written while the application ran. */
  long getDumps();

  /** Files that could not be written. */
  long getDumpsFailed();

  /** Why the last file was written; empty when there is none. */
  String getLastDumpReason();

  /** The last file; empty when there is none. */
  String getLastDumpFile();

  /**
   * Writes what the recording holds to a file.
   *
   * @return whether there will be one: not if there is no recording, or one was written just now
   */
  boolean dump(String reason);
}

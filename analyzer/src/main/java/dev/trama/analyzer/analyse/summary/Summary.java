package dev.trama.analyzer.analyse.summary;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Completeness;
import java.util.Map;

/**
 * A recording on one page.
 *
 * @param inFlight tasks begun and not ended, over time: concurrency; empty when unknown
 * @param running tasks on a carrier, over time: parallelism
 * @param truncatedTasks tasks whose start or end is not in the recording
 */
public record Summary(
    Tasks tasks,
    Awaits awaits,
    Carriers carriersKnown,
    CountOverTime inFlight,
    CountOverTime running,
    Completeness completeness,
    long stillSuspended,
    long truncatedTasks) {

  /** Numbers of tasks. */
  public record Tasks(long seen, long started, long ended) {}

  /** A number of awaits and their total duration, ready time included. */
  public record Sum(long count, long totalNanos) {}

  /** All awaits, and those of each kind; kinds that did not occur are present with zero. */
  public record Awaits(
      long count, long totalNanos, long readyNanos, long withoutStack, Map<AwaitKind, Sum> byKind) {
    public Awaits {
      byKind = Map.copyOf(byKind);
    }
  }

  /**
   * What is known of the carriers.
   *
   * @param seen carriers on which a task suspended; a task that never suspends leaves its carrier
   *     unseen
   * @param meant how many the scheduler aims to keep busy; 0 when unknown
   */
  public record Carriers(long seen, long meant) {
    long most() {
      return Math.max(seen, meant);
    }
  }

  /** How many carriers there were, at least; 0 when unknown. */
  public long carriers() {
    return carriersKnown.most() == 0 ? 0 : Math.max(carriersKnown.seen(), maxParallel());
  }

  /** The most tasks that ran at one instant; at most as many as there can have been carriers. */
  public long maxParallel() {
    long most = carriersKnown.most();
    return most == 0 ? running.max() : Math.min(most, running.max());
  }

  /**
   * Whether more tasks seemed to run at one instant than carriers allow: their awaits are missing.
   */
  public boolean isParallelismOverstated() {
    return carriersKnown.most() > 0 && running.max() > carriersKnown.most();
  }

  /** Whether there were starts or ends of tasks; without them concurrency is not known. */
  public boolean isConcurrencyKnown() {
    return tasks.started() + tasks.ended() > 0;
  }
}

package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program at one moment. Rates are of the second before.
 *
 * @param atNanos since the epoch
 * @param forNanos the time over which rates are measured
 * @param looks how many looks at suspended threads there have been
 * @param kinds kinds of await, the one with the most tasks first
 * @param tasks the tasks suspended for longest
 * @param findings what is wrong, one sentence each
 * @param chosen the task that the user looks at
 */
public record LiveView(
    long atNanos,
    long forNanos,
    long looks,
    Counts counts,
    List<Kind> kinds,
    List<Entry> entries,
    List<Point> points,
    List<Waiter> tasks,
    List<Carrier> carriers,
    List<Finding> findings,
    Optional<Chosen> chosen) {
  public LiveView {
    kinds = List.copyOf(kinds);
    entries = List.copyOf(entries);
    points = List.copyOf(points);
    tasks = List.copyOf(tasks);
    carriers = List.copyOf(carriers);
    findings = List.copyOf(findings);
  }

  /** Before anything has been heard. */
  public static final LiveView NOTHING =
      new LiveView(
          0,
          0,
          0,
          new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  /**
   * All tasks together.
   *
   * @param running on a carrier; 0 where the JDK does not show it
   * @param readyP50Nanos of the awaits that ended in that time; 0 when there were none
   */
  public record Counts(
      long running,
      long ready,
      long awaiting,
      long pinned,
      double bornPerSecond,
      double endedPerSecond,
      double awaitsPerSecond,
      long readyP50Nanos,
      long readyP99Nanos,
      long oldestNanos,
      long lost) {
    public long inFlight() {
      return running + ready + awaiting;
    }
  }

  /** How many tasks await in one way. */
  public record Kind(String name, AwaitCategory category, long awaiting) {}

  /** Tasks with one entry method. */
  public record Entry(
      String name,
      long ready,
      Map<String, Long> awaitingByKind,
      double bornPerSecond,
      double endedPerSecond,
      double awaitsPerSecond,
      long readyP50Nanos,
      long readyP99Nanos,
      Oldest oldest) {
    public long awaiting() {
      return awaitingByKind.values().stream().mapToLong(Long::longValue).sum();
    }

    public long suspended() {
      return ready + awaiting();
    }
  }

  /**
   * The task that has been suspended for longest.
   *
   * @param task unknown when there is none
   */
  public record Oldest(ThreadRef task, long nanos) {
    public static final Oldest NONE = new Oldest(ThreadRef.UNKNOWN, 0);
  }

  /**
   * A suspension point.
   *
   * @param meanNanos of the awaits that ended
   * @param wakers which threads ended them, and how often
   */
  public record Point(
      String kind,
      AwaitCategory category,
      boolean pinned,
      Optional<Frame> frame,
      long awaiting,
      long ready,
      double awaitsPerSecond,
      long meanNanos,
      Map<String, Long> wakers,
      Oldest oldest) {}

  /**
   * One task that is suspended.
   *
   * @param owner owner of the lock that it awaits; unknown when there is none
   */
  public record Waiter(
      ThreadRef task,
      String entry,
      String kind,
      AwaitCategory category,
      boolean ready,
      boolean pinned,
      long nanos,
      Optional<Frame> frame,
      ThreadRef owner) {}

  /**
   * A carrier.
   *
   * @param task unknown when it runs none
   * @param blocked whether the task is suspended and keeps the carrier
   */
  public record Carrier(String name, ThreadRef task, long forNanos, boolean blocked) {}

  /** What is wrong at this moment. */
  public record Finding(String id, String message) {}

  /**
   * One task, with everything that is known of it.
   *
   * @param kind of its await; empty when it runs
   * @param nanos how long it has been suspended
   * @param owner owner of the lock that it awaits; unknown when there is none
   * @param waker unknown when it has not been woken
   * @param children in flight
   */
  public record Chosen(
      ThreadRef task,
      String entry,
      LiveEvent.State state,
      String kind,
      long nanos,
      Stack stack,
      ThreadRef owner,
      ThreadRef waker,
      ThreadRef parent,
      List<ThreadRef> children,
      List<Past> past) {}

  /** An await of the chosen task that has ended. */
  public record Past(
      String kind, Optional<Frame> frame, long nanos, long readyNanos, String waker) {}
}

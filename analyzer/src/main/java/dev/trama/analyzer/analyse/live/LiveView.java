package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program at one moment. Rates are of the second before.
 *
 * @param atNanos since the epoch
 * @param forNanos how long was listened for the rates
 * @param looks at those who are suspended, so far
 * @param findings what is wrong, one sentence each
 */
public record LiveView(
    long atNanos,
    long forNanos,
    long looks,
    Counts counts,
    List<Entry> entries,
    List<Place> places,
    List<Carrier> carriers,
    List<Finding> findings) {
  public LiveView {
    entries = List.copyOf(entries);
    places = List.copyOf(places);
    carriers = List.copyOf(carriers);
    findings = List.copyOf(findings);
  }

  /** Before anything has been heard. */
  public static final LiveView NOTHING =
      new LiveView(
          0,
          0,
          0,
          new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /**
   * All tasks together.
   *
   * @param running on a carrier; 0 where the JDK does not let it be known
   * @param readyP50Nanos of the last seconds; 0 when unknown
   */
  public record Counts(
      long running,
      long ready,
      long awaiting,
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
  public record Oldest(ThreadRef task, long nanos, String kind, Stack stack) {
    public static final Oldest NONE = new Oldest(ThreadRef.UNKNOWN, 0, "", Stack.NONE);
  }

  /**
   * A suspension point.
   *
   * @param meanNanos of the awaits that ended
   * @param wakers who ended them, how often
   */
  public record Place(
      String kind,
      Optional<Frame> frame,
      long awaiting,
      long ready,
      double awaitsPerSecond,
      long meanNanos,
      Map<String, Long> wakers,
      Oldest oldest) {}

  /**
   * @param task unknown when it runs none
   */
  public record Carrier(String name, ThreadRef task, long forNanos) {}

  /** What is wrong at this moment. */
  public record Finding(String id, String message) {}
}

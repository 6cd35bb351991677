package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.analyse.waits.Cycles;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong at this moment, as far as one look shows. */
final class LiveFindings {
  private static final long SECOND = 1_000_000_000;
  private static final long STUCK_NANOS = 10 * SECOND;
  private static final long STARVED_NANOS = SECOND / 10;
  private static final long HOGGED_NANOS = 2 * SECOND;
  private static final long PINNED_NANOS = SECOND / 10;
  private static final int QUEUE = 5;

  /**
   * What other tasks give back: a long and old queue for one of these means that it is exhausted.
   */
  private static final Set<String> POOLS =
      Set.of("semaphore", "connection pool", "object pool", "http connection");

  private static final Set<String> LOCKS =
      Set.of("lock", "read lock", "write lock", "read-write lock", "monitor enter");

  private LiveFindings() {}

  static List<LiveView.Finding> of(
      LiveView.Counts counts,
      List<LiveView.Point> points,
      List<LiveView.Carrier> carriers,
      List<LiveView.Waiter> tasks) {
    List<LiveView.Finding> found = new ArrayList<>();
    waitCycles(tasks).forEach(it -> found.add(new LiveView.Finding("wait-cycle", it)));
    points.forEach(point -> ofPoint(point).ifPresent(found::add));
    if (counts.readyP99Nanos() >= STARVED_NANOS) {
      found.add(
          new LiveView.Finding(
              "starved",
              "1% of the tasks that are woken wait "
                  + Durations.text(counts.readyP99Nanos())
                  + " or longer for a carrier"));
    }
    for (LiveView.Carrier carrier : carriers) {
      if (carrier.task().isKnown() && !carrier.blocked() && carrier.forNanos() >= HOGGED_NANOS) {
        found.add(
            new LiveView.Finding(
                "monopolised",
                Names.carrier(new ThreadRef(1, carrier.name(), false))
                    + " has run "
                    + Names.numbered(carrier.task())
                    + " for "
                    + seconds(carrier.forNanos())));
      }
    }
    return found;
  }

  private static Optional<LiveView.Finding> ofPoint(LiveView.Point point) {
    long nanos = point.oldest().nanos();
    String where = point.frame().map(Frame::site).orElse("an unknown place");
    long awaiting = point.awaiting();
    String tasks = awaiting == 1 ? "1 task" : awaiting + " tasks";
    String what = tasks + (awaiting == 1 ? " awaits a " : " await a ") + point.kind();
    if (point.pinned() && awaiting > 0 && nanos >= PINNED_NANOS) {
      return Optional.of(
          new LiveView.Finding(
              "pinned", tasks + " pinned to a carrier at " + where + ", for " + seconds(nanos)));
    }
    if (POOLS.contains(point.kind()) && awaiting >= QUEUE && nanos >= SECOND) {
      return Optional.of(
          new LiveView.Finding(
              "exhausted-pool", what + " at " + where + ", the first for " + seconds(nanos)));
    }
    if ((POOLS.contains(point.kind()) || LOCKS.contains(point.kind())) && nanos >= STUCK_NANOS) {
      return Optional.of(
          new LiveView.Finding("stuck", what + " at " + where + ", for " + seconds(nanos)));
    }
    return Optional.empty();
  }

  private static List<String> waitCycles(List<LiveView.Waiter> tasks) {
    Map<Long, LiveView.Waiter> waiters = new HashMap<>();
    Map<Long, Long> waitsFor = new HashMap<>();
    for (LiveView.Waiter task : tasks) {
      if (task.owner().isKnown() && !task.ready()) {
        waiters.put(task.task().id(), task);
        waitsFor.put(task.task().id(), task.owner().id());
      }
    }
    return Cycles.of(waitsFor).stream()
        .map(
            cycle ->
                cycle.stream()
                        .map(id -> Names.numbered(waiters.get(id).task()))
                        .collect(Collectors.joining(" waits for "))
                    + " waits for the first: they will never go on")
        .toList();
  }

  private static String seconds(long nanos) {
    return Durations.text(nanos >= SECOND ? nanos / (SECOND / 10) * (SECOND / 10) : nanos);
  }
}

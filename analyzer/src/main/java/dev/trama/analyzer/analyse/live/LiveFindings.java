package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong at this moment, as far as one look tells. */
final class LiveFindings {
  private static final long SECOND = 1_000_000_000;
  private static final long STUCK_NANOS = 10 * SECOND;
  private static final long STARVED_NANOS = SECOND / 10;
  private static final long HOGGED_NANOS = 2 * SECOND;
  private static final int QUEUE = 5;

  /** What other tasks give back: a queue for it that is long and old is one that has run dry. */
  private static final Set<String> POOLS =
      Set.of("semaphore", "connection pool", "object pool", "http connection");

  private static final Set<String> LOCKS =
      Set.of("lock", "read lock", "write lock", "read-write lock", "monitor enter");

  private LiveFindings() {}

  static List<LiveView.Finding> of(
      LiveView.Counts counts, List<LiveView.Place> places, List<LiveView.Carrier> carriers) {
    List<LiveView.Finding> found = new ArrayList<>();
    for (LiveView.Place place : places) {
      long nanos = place.oldest().nanos();
      String where = place.frame().map(Frame::site).orElse("an unknown place");
      String since = Durations.text(nanos / 1_000_000 * 1_000_000);
      if (POOLS.contains(place.kind()) && place.awaiting() >= QUEUE && nanos >= SECOND) {
        found.add(
            new LiveView.Finding(
                "exhausted-pool",
                place.awaiting()
                    + " tasks await a "
                    + place.kind()
                    + " at "
                    + where
                    + ", for "
                    + since));
      } else if ((POOLS.contains(place.kind()) || LOCKS.contains(place.kind()))
          && nanos >= STUCK_NANOS) {
        found.add(
            new LiveView.Finding(
                "stuck",
                place.awaiting() + " in " + place.kind() + " at " + where + ", for " + since));
      }
      if (place.kind().endsWith("(pinned)") && place.awaiting() > 0) {
        found.add(
            new LiveView.Finding(
                "pinned", place.awaiting() + " carriers blocked at " + where + ", for " + since));
      }
    }
    if (counts.readyP99Nanos() >= STARVED_NANOS) {
      found.add(
          new LiveView.Finding(
              "starved",
              "1% of the tasks that are woken wait "
                  + Durations.text(counts.readyP99Nanos())
                  + " or longer for a carrier"));
    }
    for (LiveView.Carrier carrier : carriers) {
      if (carrier.task().isKnown() && carrier.forNanos() >= HOGGED_NANOS) {
        found.add(
            new LiveView.Finding(
                "monopolised",
                carrier.name()
                    + " has run "
                    + carrier.task().name()
                    + " #"
                    + carrier.task().id()
                    + " for "
                    + Durations.text(carrier.forNanos() / SECOND * SECOND)));
      }
    }
    return found;
  }
}

package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.Intervals;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that could run but had no carrier. */
final class Starved implements Detector {
  private static final long LATE_NANOS = 10_000_000;
  private static final double SHARE = 0.05;
  private static final int MIN_COUNT = 10;

  @Override
  public String id() {
    return "starved";
  }

  @Override
  public String looksFor() {
    return "ready tasks that waited 10 ms or more for a carrier (p99), and at least 5% of the"
        + " tasks' total time";
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    var latencies = new Quantiles();
    long lives = 0;
    for (Task task : evidence.recording().tasks()) {
      lives += task.endNanos() - task.spawnedNanos();
    }
    add(evidence.holds().ready(), latencies);
    add(evidence.holds().readyOnCarrier(), latencies);
    boolean starved =
        latencies.count() >= MIN_COUNT
            && latencies.p99() >= LATE_NANOS
            && latencies.total() >= lives * SHARE;
    return starved ? List.of(finding(evidence, latencies, lives)) : List.of();
  }

  private static void add(Intervals ready, Quantiles latencies) {
    for (int i = 0; i < ready.size(); i++) {
      latencies.add(ready.durationNanos(i));
    }
  }

  private Finding finding(Evidence evidence, Quantiles latencies, long lives) {
    int carriers = evidence.holds().carriers();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("count", latencies.count());
    facts.put("p50Nanos", latencies.p50());
    facts.put("p99Nanos", latencies.p99());
    facts.put("maxNanos", latencies.max());
    facts.put("totalNanos", latencies.total());
    facts.put("shareOfLives", (double) latencies.total() / lives);
    facts.put("carriers", carriers);
    return new Finding(
        id(),
        Severity.WARNING,
        "",
        "Tasks that could run waited for one of "
            + Text.times(carriers, "carrier")
            + ": p50 "
            + Text.duration(latencies.p50())
            + ", p99 "
            + Text.duration(latencies.p99())
            + ", max "
            + Text.duration(latencies.max())
            + ", together "
            + Text.percent((double) latencies.total() / lives)
            + " of their lives",
        facts,
        "There is more work than the cores can do, or something keeps the carriers: this time is"
            + " spent only waiting for a turn.",
        "Look for monopolised or pinned carriers first; otherwise it is load: run fewer tasks at a"
            + " time, or add cores.",
        latencies.total());
  }
}

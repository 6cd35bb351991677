package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.finding.Holds.Run;
import dev.trama.analyzer.analyse.stats.CumulativeTime;
import dev.trama.analyzer.analyse.stats.Intervals;
import dev.trama.analyzer.model.Await;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task that kept a carrier for long without suspending while others could have run. */
final class Monopolised implements Detector {
  private static final long LONG_RUN_NANOS = 20_000_000;

  @Override
  public String id() {
    return "monopolised-carrier";
  }

  @Override
  public String looksFor() {
    return "tasks that ran for 20 ms or more without suspending while others were ready to run for"
        + " as long";
  }

  private record Blocked(Run run, long othersReadyNanos) {}

  @Override
  public List<Finding> detect(Evidence evidence) {
    List<Run> runs =
        evidence.holds().longRuns().stream()
            .filter(run -> run.durationNanos() >= LONG_RUN_NANOS)
            .toList();
    if (runs.isEmpty()) {
      return List.of();
    }
    CumulativeTime ready = ready(evidence.holds());
    Map<String, List<Blocked>> byEntry = new LinkedHashMap<>();
    for (Run run : runs) {
      long waited = ready.between(run.startNanos(), run.endNanos());
      if (waited >= LONG_RUN_NANOS) {
        byEntry
            .computeIfAbsent(evidence.entryLabel(run.task()), s -> new ArrayList<>())
            .add(new Blocked(run, waited));
      }
    }
    return byEntry.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())).toList();
  }

  /** A task is never ready while it runs, so this is the time of the others. */
  private static CumulativeTime ready(Holds holds) {
    var all = new Intervals();
    all.addAll(holds.ready());
    all.addAll(holds.readyOnCarrier());
    return all.cumulated();
  }

  private Finding finding(String entry, List<Blocked> runs) {
    Run longest =
        runs.stream()
            .map(Blocked::run)
            .max(Comparator.comparingLong(Run::durationNanos))
            .orElseThrow();
    long waited = runs.stream().mapToLong(Blocked::othersReadyNanos).sum();
    String until = until(longest);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("entry", entry);
    facts.put("count", runs.size());
    facts.put("maxNanos", longest.durationNanos());
    facts.put("othersReadyNanos", waited);
    facts.put("example", longest.task().titleAndId());
    facts.put("until", until);
    return new Finding(
        id(),
        Severity.WARNING,
        entry,
        entry
            + " kept a carrier for "
            + Text.duration(longest.durationNanos())
            + " without suspending ("
            + Text.times(runs.size(), "time")
            + " 20 ms or more), "
            + until
            + ", while other tasks waited "
            + Text.duration(waited)
            + " to run",
        facts,
        "Virtual threads take turns only where they suspend: a long computation holds its carrier,"
            + " and there are only as many as cores.",
        "Give CPU-bound work to a pool of platform threads, or split it with Thread.yield().",
        waited);
  }

  private static String until(Run run) {
    for (Await await : run.task().awaits()) {
      if (await.startNanos() == run.endNanos()) {
        return "until it awaited at " + Sites.site(await);
      }
    }
    return "until it ended";
  }
}

package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.CumulativeTime;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Slice;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  private record Run(Task task, Slice.Running slice, long othersReadyNanos) {}

  @Override
  public List<Finding> detect(Evidence evidence) {
    var ready = ready(evidence);
    Map<String, List<Run>> byEntry = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      for (Slice slice : task.slices()) {
        if (slice instanceof Slice.Running run && run.durationNanos() >= LONG_RUN_NANOS) {
          long waited = ready.between(run.startNanos(), run.endNanos());
          if (waited >= LONG_RUN_NANOS) {
            byEntry
                .computeIfAbsent(task.entryLabel(), s -> new ArrayList<>())
                .add(new Run(task, run, waited));
          }
        }
      }
    }
    return byEntry.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())).toList();
  }

  /** A task is never ready while it runs, so this is the time of the others. */
  private static CumulativeTime ready(Evidence evidence) {
    List<Slice> ready = readySlices(evidence).toList();
    return new CumulativeTime(
        ready.stream().mapToLong(Slice::startNanos).toArray(),
        ready.stream().mapToLong(Slice::endNanos).toArray());
  }

  private static Stream<Slice> readySlices(Evidence evidence) {
    return evidence.recording().tasks().stream()
        .flatMap(task -> task.slices().stream())
        .filter(slice -> slice instanceof Slice.Ready);
  }

  private Finding finding(String entry, List<Run> runs) {
    Run longest =
        runs.stream().max(Comparator.comparingLong(r -> r.slice().durationNanos())).orElseThrow();
    long waited = runs.stream().mapToLong(Run::othersReadyNanos).sum();
    String until = until(longest);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("entry", entry);
    facts.put("count", runs.size());
    facts.put("maxNanos", longest.slice().durationNanos());
    facts.put("othersReadyNanos", waited);
    facts.put("example", longest.task().titleAndId());
    facts.put("until", until);
    return new Finding(
        id(),
        Severity.WARNING,
        entry,
        entry
            + " kept a carrier for "
            + Text.duration(longest.slice().durationNanos())
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
      if (await.startNanos() == run.slice().endNanos()) {
        return "until it awaited at " + Sites.site(await);
      }
    }
    return "until it ended";
  }
}

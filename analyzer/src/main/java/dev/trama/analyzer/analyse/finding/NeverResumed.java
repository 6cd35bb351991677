package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks that suspended without a time limit and had not been woken when the recording ended, for
 * longer than any await of the same kind and site that did end.
 */
final class NeverResumed implements Detector {
  private static final long MIN_NANOS = 1_000_000_000;
  private static final double SHARE_OF_RECORDING = 0.5;

  @Override
  public String id() {
    return "never-resumed";
  }

  @Override
  public String looksFor() {
    return "awaits without a time limit that had not ended when the recording did, after at least"
        + " half of it and 1 s, and longer than any other at that site";
  }

  /** Of all windows so far. */
  private final Map<Site, Long> longestEnded = new HashMap<>();

  private record Site(String kind, String site) {}

  @Override
  public boolean looksAtWholeRecording() {
    return true;
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    long recorded = evidence.whole().durationNanos();
    Map<Site, List<Task>> stuck = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      for (Await await : task.awaits()) {
        if (!await.isStillSuspended()) {
          longestEnded.merge(site(await), await.durationNanos(), Math::max);
        } else if (await.timeoutNanos() == 0
            && await.readyNanos() == 0
            && await.durationNanos() >= Math.max(MIN_NANOS, recorded * SHARE_OF_RECORDING)) {
          stuck.computeIfAbsent(site(await), p -> new ArrayList<>()).add(task);
        }
      }
    }
    return evidence.isTheEnd() ? findings(stuck) : List.of();
  }

  private List<Finding> findings(Map<Site, List<Task>> stuck) {
    List<Finding> findings = new ArrayList<>();
    stuck.forEach(
        (site, tasks) -> {
          long longest =
              tasks.stream().mapToLong(t -> t.awaits().getLast().durationNanos()).max().orElse(0);
          if (longest > longestEnded.getOrDefault(site, 0L)) {
            findings.add(finding(site, tasks, longest));
          }
        });
    return findings;
  }

  private static Site site(Await await) {
    return new Site(await.fine().name(), Sites.site(await));
  }

  private Finding finding(Site site, List<Task> tasks, long longest) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site.site());
    facts.put("kind", site.kind());
    facts.put("tasks", tasks.size());
    facts.put("examples", tasks.stream().limit(5).map(Task::titleAndId).toList());
    facts.put("maxNanos", longest);
    return new Finding(
        id(),
        Severity.WARNING,
        site.toString(),
        Text.times(tasks.size(), "task")
            + " still suspended at "
            + site.site()
            + " ("
            + site.kind()
            + ") when the recording ended, the longest for "
            + Text.duration(longest)
            + ", such as "
            + tasks.getFirst().titleAndId(),
        facts,
        "Nobody woke these tasks. Either they serve an idle queue or connection, which is fine, or"
            + " the thread that should have woken them is gone.",
        "See what should complete them: trama trace --task ID. A time limit makes the loss visible"
            + " to the program itself.",
        longest);
  }
}

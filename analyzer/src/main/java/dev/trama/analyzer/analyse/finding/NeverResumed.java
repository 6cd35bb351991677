package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.finding.BySite.Site;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
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
  private final BySite<Longest> longestEnded = new BySite<>(Longest::new);

  private static final class Longest {
    long nanos;
  }

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
          Longest longest = longestEnded.of(await);
          longest.nanos = Math.max(longest.nanos, await.durationNanos());
        } else if (await.timeoutNanos() == 0
            && await.readyNanos() == 0
            && await.durationNanos() >= Math.max(MIN_NANOS, recorded * SHARE_OF_RECORDING)) {
          stuck.computeIfAbsent(Site.of(await), p -> new ArrayList<>()).add(task);
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
          if (longest > longestEnded.getOrDefault(site, new Longest()).nanos) {
            findings.add(finding(site, tasks, longest));
          }
        });
    return findings;
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

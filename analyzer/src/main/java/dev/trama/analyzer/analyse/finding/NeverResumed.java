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
 * longer than any await of the same kind and place that did end.
 */
final class NeverResumed implements Detector {
  private static final long LEAST_NANOS = 1_000_000_000;
  private static final double SHARE_OF_RECORDING = 0.5;

  @Override
  public String id() {
    return "never-resumed";
  }

  @Override
  public String looksFor() {
    return "awaits without time limit that outlasted the recording, for half of it and 1 s at"
        + " least, and longer than any other at that place";
  }

  /** Of all windows so far. */
  private final Map<Place, Long> longestEnded = new HashMap<>();

  private record Place(String kind, String site) {}

  @Override
  public boolean judgesTheWhole() {
    return true;
  }

  @Override
  public List<Finding> detect(Case evidence) {
    long recorded = evidence.whole().durationNanos();
    Map<Place, List<Task>> stuck = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      for (Await await : task.awaits()) {
        if (!await.isStillSuspended()) {
          longestEnded.merge(place(await), await.durationNanos(), Math::max);
        } else if (await.timeoutNanos() == 0
            && await.durationNanos() >= Math.max(LEAST_NANOS, recorded * SHARE_OF_RECORDING)) {
          stuck.computeIfAbsent(place(await), p -> new ArrayList<>()).add(task);
        }
      }
    }
    return evidence.isTheEnd() ? findings(stuck) : List.of();
  }

  private List<Finding> findings(Map<Place, List<Task>> stuck) {
    List<Finding> findings = new ArrayList<>();
    stuck.forEach(
        (place, tasks) -> {
          long longest =
              tasks.stream().mapToLong(t -> t.awaits().getLast().durationNanos()).max().orElse(0);
          if (longest > longestEnded.getOrDefault(place, 0L)) {
            findings.add(finding(place, tasks, longest));
          }
        });
    return findings;
  }

  private static Place place(Await await) {
    return new Place(await.fine().name(), Places.site(await));
  }

  private Finding finding(Place place, List<Task> tasks, long longest) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", place.site());
    facts.put("kind", place.kind());
    facts.put("tasks", tasks.size());
    facts.put("examples", tasks.stream().limit(5).map(t -> t.title() + " #" + t.id()).toList());
    facts.put("maxNanos", longest);
    return new Finding(
        id(),
        Severity.WARNING,
        place.toString(),
        Text.times(tasks.size(), "task")
            + " still suspended at "
            + place.site()
            + " ("
            + place.kind()
            + ") when the recording ended, the longest for "
            + Text.duration(longest)
            + ", such as "
            + tasks.getFirst().title()
            + " #"
            + tasks.getFirst().id(),
        facts,
        "Nobody woke these tasks. Either they serve an idle queue or connection, which is fine, or"
            + " whoever should have woken them is gone.",
        "See what should complete them: trama trace --task ID. A time limit makes the loss visible"
            + " to the program itself.",
        longest);
  }
}

package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.Level;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks with one entry that come in faster than they go, over the whole recording. */
final class UnboundedSpawning implements Detector {
  private static final int LEAST_ALIVE = 1_000;
  private static final double GROWTH = 1.2;
  private static final int PARTS = 4;

  @Override
  public String id() {
    return "unbounded-spawning";
  }

  @Override
  public String looksFor() {
    return "1,000 or more tasks of one entry alive at the end, after growing by a fifth in every"
        + " quarter of the recording";
  }

  private static final class Sort {
    final Level alive;
    int started;
    int ended;
    Task example;

    Sort(Recording recording, Task example) {
      alive = new Level(recording.info().startNanos(), recording.info().endNanos());
      this.example = example;
    }
  }

  @Override
  public List<Finding> detect(Case evidence) {
    Recording recording = evidence.recording();
    if (recording.tasks().size() < LEAST_ALIVE) {
      return List.of();
    }
    Map<String, Sort> sorts = new LinkedHashMap<>();
    for (Task task : recording.tasks()) {
      var sort = sorts.computeIfAbsent(task.sort(), s -> new Sort(recording, task));
      sort.started++;
      sort.alive.up(task.bornNanos());
      if (!task.truncation().endIsUnknown()) {
        sort.ended++;
        sort.alive.down(task.endNanos());
      }
    }
    List<Finding> findings = new ArrayList<>();
    sorts.forEach(
        (entry, sort) -> {
          if (sort.started - sort.ended >= LEAST_ALIVE && grows(sort.alive.curve(PARTS))) {
            findings.add(finding(entry, sort));
          }
        });
    return findings;
  }

  private static boolean grows(long[] quarters) {
    for (int i = 1; i < quarters.length; i++) {
      if (quarters[i] < quarters[i - 1] * GROWTH) {
        return false;
      }
    }
    return true;
  }

  private Finding finding(String entry, Sort sort) {
    int alive = sort.started - sort.ended;
    String site =
        sort.example
            .birth()
            .flatMap(birth -> birth.stack().suspensionPoint())
            .map(frame -> " spawned at " + frame.site())
            .orElse("");
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("entry", entry);
    facts.put("started", sort.started);
    facts.put("ended", sort.ended);
    facts.put("alive", alive);
    facts.put("spawnedAt", site.replace(" spawned at ", ""));
    return new Finding(
        id(),
        Severity.WARNING,
        "Tasks of "
            + entry
            + site
            + " come in faster than they go: "
            + Text.times(sort.started, "task")
            + " started, "
            + sort.ended
            + " ended, "
            + alive
            + " alive at the end and growing all along",
        facts,
        "Virtual threads are cheap but what they hold is not: memory, connections, and the latency"
            + " of everyone behind them.",
        "Bound what is accepted: a semaphore before the spawn, or a queue of limited length.",
        0);
  }
}

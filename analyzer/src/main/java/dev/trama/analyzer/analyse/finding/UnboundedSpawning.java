package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tasks spawned at one site that start faster than they end, over the whole recording. Few tasks
 * that never end have a known entry method, but all have a known spawner.
 */
final class UnboundedSpawning implements Detector {
  private static final int MIN_ALIVE = 1_000;
  private static final double GROWTH = 1.2;
  private static final int PARTS = 4;

  private final Map<String, Spawner> spawners = new LinkedHashMap<>();

  /** The sites at which a parent was seen to spawn tasks of an entry. */
  private final Map<Origin, Set<Spawner>> sites = new HashMap<>();

  /** Tasks of one entry that one thread spawned. */
  private record Origin(long parent, String entry) {}

  /** The spawner of each task that was spawned in the recording and has not ended yet. */
  private final Map<Long, Spawner> alive = new HashMap<>();

  private int partsSeen;

  @Override
  public String id() {
    return "unbounded-spawning";
  }

  @Override
  public String looksFor() {
    return "1,000 or more tasks spawned at one site and alive at the end, whose number grew by a"
        + " fifth in every quarter of the recording";
  }

  /** A site that spawns tasks, or an entry method when the site is not recorded. */
  private static final class Spawner {
    final String site;
    final String entry;
    final boolean isSite;
    final int[] aliveAfterPart = new int[PARTS];
    int started;
    int ended;

    Spawner(String site, String entry, boolean isSite) {
      this.site = site;
      this.entry = entry;
      this.isSite = isSite;
    }

    boolean grows() {
      for (int i = 1; i < PARTS; i++) {
        if (aliveAfterPart[i] < aliveAfterPart[i - 1] * GROWTH) {
          return false;
        }
      }
      return started - ended >= MIN_ALIVE;
    }
  }

  @Override
  public boolean looksAtWholeRecording() {
    return true;
  }

  @Override
  public List<Finding> detect(Evidence window) {
    List<Task> born = new ArrayList<>();
    List<Task> gone = new ArrayList<>();
    for (Task task : window.recording().tasks()) {
      // A task that was spawned in one window may begin to run in the next.
      if (!task.truncation().startIsUnknown() && !alive.containsKey(task.id())) {
        alive.put(task.id(), spawner(task, window.entryLabel(task)));
        born.add(task);
      }
      if (!task.truncation().endIsUnknown() && alive.containsKey(task.id())) {
        gone.add(task);
      }
    }
    while (partsSeen < PARTS && isSeen(window)) {
      count(endOfPart(window.whole(), partsSeen), born, gone);
      partsSeen++;
    }
    born.forEach(task -> alive.get(task.id()).started++);
    gone.forEach(task -> alive.remove(task.id()).ended++);
    return window.isTheEnd()
        ? spawners.values().stream().filter(Spawner::grows).map(this::finding).toList()
        : List.of();
  }

  private boolean isSeen(Evidence window) {
    return window.isTheEnd()
        || endOfPart(window.whole(), partsSeen) <= window.recording().info().endNanos();
  }

  private static long endOfPart(RecordingSpan whole, int part) {
    return whole.startNanos() + whole.durationNanos() / PARTS * (part + 1);
  }

  private void count(long atNanos, List<Task> born, List<Task> gone) {
    spawners.values().forEach(s -> s.aliveAfterPart[partsSeen] = s.started - s.ended);
    boolean atTheEnd = partsSeen == PARTS - 1;
    for (Task task : born) {
      alive.get(task.id()).aliveAfterPart[partsSeen] +=
          atTheEnd || task.spawnedNanos() <= atNanos ? 1 : 0;
    }
    for (Task task : gone) {
      alive.get(task.id()).aliveAfterPart[partsSeen] -=
          atTheEnd || task.endNanos() <= atNanos ? 1 : 0;
    }
  }

  /**
   * The agent records the site of a parent's first children and of some later ones. If a parent has
   * spawned tasks of one entry at one site only, its other tasks of that entry count for that site.
   */
  private Spawner spawner(Task task, String entry) {
    String spawnedAt = task.spawn().map(Spawn::stack).map(Stack::site).orElse("");
    Set<Spawner> ofParent = sitesOf(task, entry);
    if (spawnedAt.isEmpty() && ofParent.size() == 1) {
      return ofParent.iterator().next();
    }
    String site = spawnedAt.isEmpty() ? entry : spawnedAt;
    Spawner spawner =
        spawners.computeIfAbsent(site, p -> new Spawner(p, entry, !spawnedAt.isEmpty()));
    if (spawner.isSite) {
      ofParent.add(spawner);
    }
    return spawner;
  }

  private Set<Spawner> sitesOf(Task task, String entry) {
    long parent = task.spawn().map(spawn -> spawn.parent().id()).orElse(0L);
    return sites.computeIfAbsent(new Origin(parent, entry), origin -> new LinkedHashSet<>());
  }

  private Finding finding(Spawner spawner) {
    int left = spawner.started - spawner.ended;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("entry", spawner.entry);
    facts.put("started", spawner.started);
    facts.put("ended", spawner.ended);
    facts.put("alive", left);
    facts.put("spawnedAt", spawner.isSite ? spawner.site : "");
    return new Finding(
        id(),
        Severity.WARNING,
        spawner.site,
        "Tasks "
            + (spawner.isSite ? "spawned at " : "of ")
            + spawner.site
            + " start faster than they end: "
            + Text.times(spawner.started, "task")
            + " started, "
            + spawner.ended
            + " ended, "
            + left
            + " alive at the end, growing all the time",
        facts,
        "Virtual threads are cheap, but what they hold is not: memory and connections; and the"
            + " tasks behind them wait longer.",
        "Bound what is accepted: a semaphore before the spawn, or a queue of limited length.",
        0);
  }
}

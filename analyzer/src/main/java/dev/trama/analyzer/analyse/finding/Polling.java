package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Wake;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A loop that sleeps, looks, and sleeps again. What tells it from work at a pace: between the
 * sleeps the task awaits nothing else, wakes nobody, and hardly runs.
 */
final class Polling implements Detector {
  private static final int MIN_COUNT = 10;
  private static final double WORK_BETWEEN = 0.05;

  @Override
  public String id() {
    return "polling-by-sleep";
  }

  @Override
  public String looksFor() {
    return "10 or more sleeps in a row at one line, with at most 5% of running in between";
  }

  private static final class AtSite {
    int loops;
    long sleeps;
    long nanos;
    long longestSleep;
    Task example;

    AtSite(Task example) {
      this.example = example;
    }
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    Map<Long, NavigableSet<Long>> wakes = wakesByWaker(evidence.recording());
    Map<String, AtSite> sites = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      List<Await> row = new ArrayList<>();
      for (Await await : task.awaits()) {
        if (!row.isEmpty() && !continues(row.getLast(), await, wakes.get(task.id()))) {
          close(task, row, sites);
        }
        if (await.kind() == AwaitKind.SLEEP) {
          row.add(await);
        }
      }
      close(task, row, sites);
    }
    List<Finding> findings = new ArrayList<>();
    sites.forEach((site, at) -> findings.add(finding(site, at)));
    return findings;
  }

  /** Each await names its waker; events of wake-ups themselves are recorded for some only. */
  private static Map<Long, NavigableSet<Long>> wakesByWaker(Recording recording) {
    Map<Long, NavigableSet<Long>> wakes = new HashMap<>();
    for (Wake wake : recording.wakes()) {
      wakes.computeIfAbsent(wake.waker().id(), id -> new TreeSet<>()).add(wake.atNanos());
    }
    for (Task task : recording.tasks()) {
      for (Await await : task.awaits()) {
        if (await.waker() instanceof Waker.ByThread waker) {
          wakes.computeIfAbsent(waker.id(), id -> new TreeSet<>()).add(await.readyAtNanos());
        }
      }
    }
    return wakes;
  }

  private static boolean continues(Await before, Await next, NavigableSet<Long> wakes) {
    boolean idle = next.startNanos() - before.endNanos() <= WORK_BETWEEN * next.durationNanos();
    boolean wokeSomebody =
        wakes != null && !wakes.subSet(before.endNanos(), next.startNanos()).isEmpty();
    return next.kind() == AwaitKind.SLEEP
        && next.stack().equals(before.stack())
        && next.stack().isKnown()
        && idle
        && !wokeSomebody;
  }

  private static void close(Task task, List<Await> row, Map<String, AtSite> sites) {
    if (row.size() >= MIN_COUNT) {
      var at = sites.computeIfAbsent(Sites.site(row.getFirst()), s -> new AtSite(task));
      at.loops++;
      at.sleeps += row.size();
      for (Await await : row) {
        at.nanos += await.durationNanos();
        at.longestSleep = Math.max(at.longestSleep, await.durationNanos());
      }
    }
    row.clear();
  }

  private Finding finding(String site, AtSite at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site);
    facts.put("loops", at.loops);
    facts.put("sleeps", at.sleeps);
    facts.put("totalNanos", at.nanos);
    facts.put("meanNanos", at.nanos / at.sleeps);
    facts.put("example", at.example.titleAndId());
    return new Finding(
        id(),
        Severity.INFO,
        site,
        Text.times(at.sleeps, "sleep")
            + " in "
            + (at.loops == 1 ? "a row" : Text.times(at.loops, "row"))
            + " at "
            + site
            + ", "
            + Text.duration(at.nanos / at.sleeps)
            + " each, with nothing in between: a loop that polls?",
        facts,
        "Polling notices a change half an interval late on average, and otherwise wakes up for"
            + " nothing.",
        "Await what it polls for: a future, a latch, a queue or a condition; with a time limit if"
            + " need be.",
        at.nanos);
  }
}

package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.LongList;
import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Wake;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A loop that sleeps, checks, and sleeps again. It differs from paced work in that the task,
 * between the sleeps, awaits nothing else, wakes no task, and hardly runs.
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
    List<Task> sleepers =
        evidence.recording().tasks().stream().filter(Polling::sleepsInARow).toList();
    if (sleepers.isEmpty()) {
      return List.of();
    }
    LongMap<LongList> wakes = wakesBy(sleepers, evidence.recording());
    Map<String, AtSite> sites = new LinkedHashMap<>();
    for (Task task : sleepers) {
      long[] ofTask = wakes.get(task.id()).sorted();
      List<Await> row = new ArrayList<>();
      for (Await await : task.awaits()) {
        if (!row.isEmpty() && !continues(row.getLast(), await, ofTask)) {
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

  /** Few tasks do; of the others nobody needs to know whom they woke. */
  private static boolean sleepsInARow(Task task) {
    int row = 0;
    for (Await await : task.awaits()) {
      row = await.kind() == AwaitKind.SLEEP ? row + 1 : 0;
      if (row == MIN_COUNT) {
        return true;
      }
    }
    return false;
  }

  /** Each await names its waker; events of the wake-ups themselves are recorded only for some. */
  private static LongMap<LongList> wakesBy(List<Task> wakers, Recording recording) {
    var wakes = new LongMap<LongList>();
    wakers.forEach(task -> wakes.put(task.id(), new LongList()));
    for (Wake wake : recording.wakes()) {
      add(wakes.get(wake.waker().id()), wake.atNanos());
    }
    for (Task task : recording.tasks()) {
      for (Await await : task.awaits()) {
        if (await.waker() instanceof Waker.ByThread waker) {
          add(wakes.get(waker.id()), await.readyAtNanos());
        }
      }
    }
    return wakes;
  }

  private static void add(LongList wakes, long atNanos) {
    if (wakes != null) {
      wakes.add(atNanos);
    }
  }

  private static boolean continues(Await before, Await next, long[] wakes) {
    boolean idle = next.startNanos() - before.endNanos() <= WORK_BETWEEN * next.durationNanos();
    int first = Sorted.first(wakes.length, i -> wakes[i] >= before.endNanos());
    boolean wokeSomebody = first < wakes.length && wakes[first] < next.startNanos();
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

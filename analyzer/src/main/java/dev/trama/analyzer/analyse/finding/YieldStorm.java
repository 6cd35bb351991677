package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.CumulativeTime;
import dev.trama.analyzer.analyse.stats.Intervals;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.SliceSink;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tasks that yield again and again and so keep the carriers busy, while others that have something
 * to do wait for their turn: for example the waiters of a connection pool that spins.
 */
final class YieldStorm implements Detector {
  private static final int MIN_COUNT = 1_000;
  private static final long MIN_NANOS = 20_000_000;

  /** A pause of this length ends a storm. */
  private static final long PAUSE_NANOS = 10_000_000;

  private static final double SHARE_OF_CARRIERS = 0.5;

  @Override
  public String id() {
    return "yield-storm";
  }

  @Override
  public String looksFor() {
    return "1,000 or more yields at one site that took half of the carriers' time, 20 ms at least,"
        + " while other tasks were ready for as long";
  }

  private record Yield(Task task, Await await, long ranBeforeNanos) {}

  private record Storm(
      int tasks, int count, long startNanos, long endNanos, long heldNanos, long othersReady) {
    long durationNanos() {
      return endNanos - startNanos;
    }
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    Map<String, List<Yield>> sites = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      long ranFrom = task.startNanos();
      for (Await await : task.awaits()) {
        if (await.kind() == AwaitKind.YIELD) {
          sites
              .computeIfAbsent(Sites.site(await), s -> new ArrayList<>())
              .add(new Yield(task, await, Math.max(0, await.startNanos() - ranFrom)));
        }
        ranFrom = await.endNanos();
      }
    }
    int carriers = evidence.holds().carriers();
    List<Finding> findings = new ArrayList<>();
    sites.forEach(
        (site, yields) -> {
          if (yields.size() >= MIN_COUNT && carriers > 0) {
            storms(evidence, yields, carriers).stream()
                .max(Comparator.comparingLong(Storm::othersReady))
                .ifPresent(storm -> findings.add(finding(site, storm, carriers)));
          }
        });
    return findings;
  }

  private static List<Storm> storms(Evidence evidence, List<Yield> yields, int carriers) {
    yields.sort(Comparator.comparingLong(y -> y.await().startNanos()));
    List<Storm> storms = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= yields.size(); i++) {
      boolean ends =
          i == yields.size()
              || yields.get(i).await().startNanos() - yields.get(i - 1).await().startNanos()
                  > PAUSE_NANOS;
      if (ends) {
        if (i - from >= MIN_COUNT) {
          add(storms, evidence, yields.subList(from, i), carriers);
        }
        from = i;
      }
    }
    return storms;
  }

  private static void add(List<Storm> storms, Evidence evidence, List<Yield> yields, int carriers) {
    long start = yields.getFirst().await().startNanos();
    long end = yields.getLast().await().startNanos();
    Set<Task> tasks = new HashSet<>();
    long held = 0;
    for (Yield yield : yields) {
      held += tasks.add(yield.task()) ? 0 : Math.min(yield.ranBeforeNanos(), end - start);
    }
    if (end - start < MIN_NANOS || held < SHARE_OF_CARRIERS * carriers * (end - start)) {
      return;
    }
    long othersReady = readyOfOthers(evidence, tasks).between(start, end);
    if (othersReady >= MIN_NANOS) {
      storms.add(new Storm(tasks.size(), yields.size(), start, end, held, othersReady));
    }
  }

  private static CumulativeTime readyOfOthers(Evidence evidence, Set<Task> tasks) {
    var ready = new Intervals();
    var sink =
        new SliceSink() {
          @Override
          public void ready(long startNanos, long endNanos) {
            ready.add(startNanos, endNanos);
          }
        };
    for (Task task : evidence.recording().tasks()) {
      if (!tasks.contains(task)) {
        task.eachSlice(sink);
      }
    }
    return ready.cumulated();
  }

  private Finding finding(String site, Storm storm, int carriers) {
    double share = Math.min(1, storm.heldNanos() / ((double) carriers * storm.durationNanos()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site);
    facts.put("tasks", storm.tasks());
    facts.put("count", storm.count());
    facts.put("durationNanos", storm.durationNanos());
    facts.put("heldNanos", storm.heldNanos());
    facts.put("shareOfCarriers", share);
    facts.put("carriers", carriers);
    facts.put("othersReadyNanos", storm.othersReady());
    return new Finding(
        id(),
        Severity.WARNING,
        site,
        Text.times(storm.tasks(), "task")
            + " yielded "
            + Text.times(storm.count(), "time")
            + " in "
            + Text.duration(storm.durationNanos())
            + " "
            + Sites.at(site)
            + ", which took "
            + Text.percent(share)
            + " of "
            + Text.times(carriers, "carrier")
            + ", while other tasks waited "
            + Text.duration(storm.othersReady())
            + " to run",
        facts,
        "Thread.yield() waits for nothing: the task is back in the queue at once, and the tasks"
            + " that could do what it looks for have to queue between its turns. Some connection"
            + " pools wait in this way for a connection that is about to be given back.",
        "Wait for the condition with a lock, a semaphore or a queue; update the library that spins,"
            + " or make its pool as large as the number of tasks that use it.",
        storm.othersReady());
  }
}

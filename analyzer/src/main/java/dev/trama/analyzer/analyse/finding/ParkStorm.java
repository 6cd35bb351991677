package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A site where a task suspends so often, and so briefly, that it mostly switches: hand-overs of
 * single items, spinning on {@code yield}, useless wake-ups.
 */
final class ParkStorm implements Detector {
  private static final int MIN_COUNT = 1_000;
  private static final long MEAN_CYCLE_NANOS = 50_000;

  @Override
  public String id() {
    return "park-storm";
  }

  @Override
  public String looksFor() {
    return "1,000 or more awaits of one task at one site, at least one every 50 us";
  }

  private record StackKind(Stack stack, FineKind kind) {}

  private static final class Storm {
    long count;
    long firstNanos = Long.MAX_VALUE;
    long lastNanos;
    boolean yields;

    boolean isStorm() {
      return count >= MIN_COUNT && (lastNanos - firstNanos) / count <= MEAN_CYCLE_NANOS;
    }
  }

  private static final class AtSite {
    final List<Task> tasks = new ArrayList<>();
    long count;
    long nanos;
    boolean yields;
    String kind = "";
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    Map<String, AtSite> sites = new LinkedHashMap<>();
    for (Task task : evidence.recording().tasks()) {
      if (task.awaits().size() >= MIN_COUNT) {
        storms(task)
            .forEach(
                (key, storm) -> {
                  String site =
                      key.stack().suspensionPoint().map(f -> f.site()).orElse(Sites.UNKNOWN);
                  var at = sites.computeIfAbsent(site, s -> new AtSite());
                  at.tasks.add(task);
                  at.count += storm.count;
                  at.nanos += storm.lastNanos - storm.firstNanos;
                  at.yields |= storm.yields;
                  at.kind = key.kind().name();
                });
      }
    }
    return sites.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())).toList();
  }

  private static Map<StackKind, Storm> storms(Task task) {
    Map<StackKind, Storm> sites = new LinkedHashMap<>();
    for (Await await : task.awaits()) {
      var storm =
          sites.computeIfAbsent(new StackKind(await.stack(), await.fine()), p -> new Storm());
      storm.count++;
      storm.firstNanos = Math.min(storm.firstNanos, await.startNanos());
      storm.lastNanos = Math.max(storm.lastNanos, await.endNanos());
      storm.yields |= await.kind() == AwaitKind.YIELD;
    }
    sites.values().removeIf(storm -> !storm.isStorm());
    return sites;
  }

  private Finding finding(String site, AtSite at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site);
    facts.put("kind", at.kind);
    facts.put("tasks", at.tasks.size());
    facts.put("count", at.count);
    facts.put("meanCycleNanos", at.nanos / at.count);
    return new Finding(
        id(),
        Severity.WARNING,
        site,
        Text.times(at.tasks.size(), "task")
            + " suspended "
            + Text.times(at.count, "time")
            + " at "
            + site
            + " ("
            + at.kind
            + "), every "
            + Text.duration(at.nanos / at.count),
        facts,
        at.yields
            ? "Spinning on yield: each turn goes through the scheduler and comes back with nothing"
                + " changed."
            : "A suspension costs a microsecond or so; at this pace it is a good part of the work.",
        at.yields
            ? "Await the condition instead of looking for it again and again."
            : "Hand over in batches (drainTo), or keep both halves in one task.",
        at.nanos);
  }
}

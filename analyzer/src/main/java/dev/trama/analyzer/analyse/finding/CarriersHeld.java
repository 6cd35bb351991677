package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.finding.Holds.Hold;
import dev.trama.analyzer.analyse.stats.Intervals;
import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Times in which every carrier was kept by one task, running or pinned, so that no other task could
 * run. The sign that all were kept: some task was ready all the time, and none began to run.
 */
final class CarriersHeld implements Detector {
  private static final long MIN_NANOS = 50_000_000;

  /** A task must have kept its carrier for this share of such a time. */
  private static final double NEARLY_ALL = 0.9;

  @Override
  public String id() {
    return "carriers-held";
  }

  @Override
  public String looksFor() {
    return "50 ms or more in which each carrier was kept by one task, running or pinned, while"
        + " others were ready to run";
  }

  private record Held(long startNanos, long endNanos, List<Hold> by) {
    long durationNanos() {
      return endNanos - startNanos;
    }
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    Holds holds = evidence.holds();
    List<Hold> longOnes =
        holds.longOnes().stream()
            .filter(hold -> hold.durationNanos() >= MIN_NANOS * NEARLY_ALL)
            .sorted(Comparator.comparingLong(Hold::startNanos))
            .toList();
    int carriers = holds.carriers();
    if (carriers == 0 || longOnes.isEmpty()) {
      return List.of();
    }
    long[] starts = holds.starts().sorted();
    Intervals ready = holds.ready();
    Map<Long, Held> byEnd = new LinkedHashMap<>();
    for (int i = 0; i < ready.size(); i++) {
      if (ready.durationNanos(i) >= MIN_NANOS) {
        held(ready.startNanos(i), ready.endNanos(i), starts, longOnes, carriers)
            .ifPresent(held -> byEnd.merge(held.endNanos(), held, CarriersHeld::longer));
      }
    }
    Map<String, List<Held>> byHolders = new LinkedHashMap<>();
    byEnd.values().stream()
        .sorted(Comparator.comparingLong(Held::startNanos))
        .forEach(
            held -> byHolders.computeIfAbsent(holders(held), k -> new ArrayList<>()).add(held));
    return byHolders.entrySet().stream()
        .map(e -> finding(e.getKey(), e.getValue(), carriers, ready))
        .toList();
  }

  private static Held longer(Held a, Held b) {
    return a.durationNanos() >= b.durationNanos() ? a : b;
  }

  /** The last part of the time in which a task was ready, after which no task began to run. */
  private static Optional<Held> held(
      long readyFrom, long to, long[] starts, List<Hold> longOnes, int carriers) {
    int before = Sorted.first(starts.length, i -> starts[i] >= to) - 1;
    long from = before < 0 ? readyFrom : Math.max(readyFrom, starts[before]);
    if (to - from < MIN_NANOS) {
      return Optional.empty();
    }
    List<Hold> by = new ArrayList<>();
    for (Hold hold : longOnes) {
      if (hold.startNanos() > from) {
        break;
      }
      if (hold.endNanos() >= from + (to - from) * NEARLY_ALL) {
        by.add(hold);
      }
    }
    return by.size() < carriers ? Optional.empty() : Optional.of(new Held(from, to, by));
  }

  private static String holders(Held held) {
    Map<String, Long> counts =
        held.by().stream()
            .map(CarriersHeld::said)
            .collect(Collectors.groupingBy(s -> s, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " times " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String said(Hold hold) {
    String who = hold.task().entryLabel();
    boolean pinned =
        hold.pinned().map(p -> p.durationNanos() * 2 >= hold.durationNanos()).orElse(false);
    if (pinned) {
      Await await = hold.pinned().orElseThrow();
      return who
          + " pinned "
          + Sites.at(Sites.site(await))
          + PinningFrame.of(await.stack()).map(f -> " by " + f.label()).orElse("");
    }
    for (Await await : hold.task().awaits()) {
      if (await.startNanos() == hold.endNanos()) {
        return who + " running until it awaited " + Sites.at(Sites.site(await));
      }
    }
    return who + " running";
  }

  /** How many were ready in the middle of it. */
  private static long waiting(Held held, Intervals ready) {
    long middle = held.startNanos() + held.durationNanos() / 2;
    long waiting = 0;
    for (int i = 0; i < ready.size(); i++) {
      waiting += ready.startNanos(i) <= middle && middle < ready.endNanos(i) ? 1 : 0;
    }
    return waiting;
  }

  private Finding finding(String holders, List<Held> times, int carriers, Intervals ready) {
    Held longest = times.stream().max(Comparator.comparingLong(Held::durationNanos)).orElseThrow();
    long nanos = times.stream().mapToLong(Held::durationNanos).sum();
    long waiting = waiting(longest, ready);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("carriers", carriers);
    facts.put("holders", longest.by().stream().map(CarriersHeld::said).sorted().toList());
    facts.put("examples", longest.by().stream().map(h -> h.task().titleAndId()).sorted().toList());
    facts.put("count", times.size());
    facts.put("maxNanos", longest.durationNanos());
    facts.put("totalNanos", nanos);
    facts.put("readyMeanwhile", waiting);
    return new Finding(
        id(),
        Severity.WARNING,
        holders,
        (carriers == 1
                ? "The only carrier was held"
                : "All " + carriers + " carriers were held at once")
            + " for "
            + Text.duration(longest.durationNanos())
            + " ("
            + Text.times(times.size(), "time")
            + " 50 ms or more) by "
            + holders
            + ", while "
            + Text.times(waiting, "task")
            + (waiting == 1 ? " was" : " were")
            + " ready",
        facts,
        "While every carrier is kept, no other task can run: the whole program stands still except"
            + " for these tasks.",
        "Give long computing to a pool of platform threads; move waits out of native frames and"
            + " class initialisers.",
        nanos);
  }
}

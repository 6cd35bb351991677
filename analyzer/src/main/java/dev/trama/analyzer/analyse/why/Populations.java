package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.request.RequestWindow;
import dev.trama.analyzer.analyse.stats.Quantiles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * The requests that are compared with each other, by name. This is the first of two passes; it
 * finds out which of them are slow.
 */
public final class Populations {
  private final Function<Request, Optional<String>> naming;
  private final int slowest;
  private final Map<String, Population> byName = new HashMap<>();

  private static final class Population {
    final Quantiles durations = new Quantiles();
    final PriorityQueue<Long> slowest = new PriorityQueue<>();
  }

  /**
   * @param naming the population of a request; empty if it belongs to none
   * @param slowest how many count as slow; 0 for those at or above the 99th percentile
   */
  public Populations(Function<Request, Optional<String>> naming, int slowest) {
    this.naming = naming;
    this.slowest = slowest;
  }

  public void add(RequestWindow window) {
    for (Request request : window.requests()) {
      if (request.isWhole()) {
        naming.apply(request).ifPresent(name -> add(name, request.durationNanos()));
      }
    }
  }

  private void add(String name, long nanos) {
    Population population = byName.computeIfAbsent(name, n -> new Population());
    population.durations.add(nanos);
    if (slowest > 0) {
      population.slowest.add(nanos);
      if (population.slowest.size() > slowest) {
        population.slowest.poll();
      }
    }
  }

  /** How many requests were seen whole, of any population. */
  public long count() {
    return byName.values().stream().mapToLong(p -> p.durations.count()).sum();
  }

  public int size() {
    return byName.size();
  }

  /**
   * The second pass, for each population, those that took most time first; a single request has
   * none.
   */
  public List<WhyFold> folds(int limit) {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().durations.count() > 1)
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Population> e) -> e.getValue().durations.total())
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(entry -> fold(entry.getKey(), entry.getValue()))
        .toList();
  }

  private WhyFold fold(String name, Population population) {
    Thresholds thresholds =
        slowest == 0
            ? Thresholds.of(population.durations)
            : Thresholds.slowest(population.durations, population.slowest.peek());
    return new WhyFold(
        name,
        request -> naming.apply(request).filter(name::equals).isPresent(),
        population.durations,
        thresholds);
  }
}

package dev.trama.analyzer.analyse.waits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Circles of threads that each wait for the next one. */
public final class Cycles {
  private Cycles() {}

  /**
   * The circles, each from its first member to its last, in order of their ids.
   *
   * @param waitsFor for each waiting thread the one that it waits for, by id
   */
  public static List<List<Long>> of(Map<Long, Long> waitsFor) {
    List<List<Long>> cycles = new ArrayList<>();
    Set<Long> done = new HashSet<>();
    for (long start : waitsFor.keySet().stream().sorted().toList()) {
      var path = new LinkedHashSet<Long>();
      Long at = start;
      while (at != null && !done.contains(at) && path.add(at)) {
        at = waitsFor.get(at);
      }
      if (at != null && path.contains(at)) {
        var steps = new ArrayList<>(path);
        cycles.add(List.copyOf(steps.subList(steps.indexOf(at), steps.size())));
      }
      done.addAll(path);
    }
    return cycles;
  }
}

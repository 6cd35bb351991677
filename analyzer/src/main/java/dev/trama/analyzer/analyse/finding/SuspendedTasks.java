package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks that were suspended, and had not been woken, when the recording ended: the reason why a
 * file of {@code dumpon=} was written.
 *
 * @param at where, as a part of a sentence
 */
public record SuspendedTasks(String kind, String at, int tasks, long longestNanos) {
  private record Site(String kind, String site) {}

  /** By kind and site, those with the most tasks first. */
  static List<SuspendedTasks> of(Recording recording) {
    Map<Site, SuspendedTasks> sums = new LinkedHashMap<>();
    for (Task task : recording.tasks()) {
      task.suspendedIn().filter(last -> last.readyNanos() == 0).ifPresent(last -> add(last, sums));
    }
    return sums.values().stream()
        .sorted(Comparator.comparingInt(SuspendedTasks::tasks).reversed())
        .toList();
  }

  private static void add(Await last, Map<Site, SuspendedTasks> sums) {
    String site = Sites.site(last);
    sums.merge(
        new Site(last.fine().name(), site),
        new SuspendedTasks(last.fine().name(), Sites.at(site), 1, last.durationNanos()),
        SuspendedTasks::plus);
  }

  private SuspendedTasks plus(SuspendedTasks other) {
    return new SuspendedTasks(
        kind, at, tasks + other.tasks, Math.max(longestNanos, other.longestNanos));
  }
}

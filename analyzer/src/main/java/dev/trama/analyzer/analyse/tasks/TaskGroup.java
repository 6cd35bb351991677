package dev.trama.analyzer.analyse.tasks;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks with the same entry method, which usually do the same work.
 *
 * @param key identity of the group: two lambdas of one method have one entry but two keys
 * @param entry the entry method as shown to people
 */
public record TaskGroup(String key, String entry, List<Task> tasks, Totals totals) {

  private static TaskGroup of(String key, List<Task> tasks) {
    return new TaskGroup(key, entryOf(tasks.getFirst()), List.copyOf(tasks), Totals.of(tasks));
  }

  /** The groups, the one with the most awaiting first. */
  public static List<TaskGroup> byEntry(List<Task> tasks) {
    Map<String, List<Task>> byEntry = new LinkedHashMap<>();
    for (Task task : tasks) {
      byEntry.computeIfAbsent(keyOf(task), s -> new ArrayList<>()).add(task);
    }
    return byEntry.entrySet().stream()
        .map(alike -> of(alike.getKey(), alike.getValue()))
        .sorted(
            Comparator.comparingLong((TaskGroup g) -> g.totals().awaiting() + g.totals().pinned())
                .reversed()
                .thenComparing(TaskGroup::entry)
                .thenComparing(TaskGroup::title))
        .toList();
  }

  private static String keyOf(Task task) {
    return task.entry().map(Frame::qualified).orElseGet(() -> entryOf(task));
  }

  /**
   * What tasks that do the same work have in common: their entry method, or the family of their
   * names.
   */
  public static String entryOf(Task task) {
    return task.entry().isPresent() ? task.entryLabel() : Names.family(task.entryLabel());
  }

  /** What the names of its tasks have in common; the entry when they have no names. */
  public String title() {
    List<String> families =
        tasks.stream().map(task -> Names.family(task.name())).distinct().limit(2).toList();
    return families.size() == 1 && !families.getFirst().isEmpty() ? families.getFirst() : entry;
  }
}

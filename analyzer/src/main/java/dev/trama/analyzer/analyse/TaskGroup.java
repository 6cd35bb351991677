package dev.trama.analyzer.analyse;

import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks with the same entry method, which as a rule do the same work. */
public record TaskGroup(String sort, List<Task> tasks, Totals totals) {

  public static TaskGroup of(String sort, List<Task> tasks) {
    Totals sum = tasks.stream().map(Totals::of).reduce(Totals.ZERO, Totals::plus);
    return new TaskGroup(sort, List.copyOf(tasks), sum);
  }

  /** The groups, the one with the most awaiting first. */
  public static List<TaskGroup> byEntry(List<Task> tasks) {
    Map<String, List<Task>> sorts = new LinkedHashMap<>();
    for (Task task : tasks) {
      String sort = task.entry().isPresent() ? task.sort() : Names.family(task.sort());
      sorts.computeIfAbsent(sort, s -> new ArrayList<>()).add(task);
    }
    return sorts.entrySet().stream()
        .map(group -> of(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparingLong((TaskGroup g) -> g.totals().awaiting() + g.totals().pinned())
                .reversed()
                .thenComparing(TaskGroup::sort))
        .toList();
  }

  /** What the names of its tasks have in common; the entry where they have none. */
  public String title() {
    List<String> families =
        tasks.stream().map(task -> Names.family(task.name())).distinct().limit(2).toList();
    return families.size() == 1 && !families.getFirst().isEmpty() ? families.getFirst() : sort;
  }
}

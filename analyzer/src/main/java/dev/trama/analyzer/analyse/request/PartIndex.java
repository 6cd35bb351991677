package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which request a task worked for at an instant. */
public final class PartIndex {
  private final Map<Long, List<Entry>> byTask = new HashMap<>();
  private final Map<Long, String> names = new HashMap<>();

  private record Entry(Part part, Request request, boolean root) {}

  public PartIndex(List<Request> requests) {
    for (Request request : requests) {
      List<Part> parts = request.parts();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        if (part.task().isPresent()) {
          byTask
              .computeIfAbsent(part.threadId(), id -> new ArrayList<>(1))
              .add(new Entry(part, request, i == 0));
        }
      }
    }
    byTask
        .values()
        .forEach(entries -> entries.sort(Comparator.comparingLong(e -> e.part().startNanos())));
  }

  /** The stretch within which the task worked for one request; the innermost where several do. */
  public Optional<Part> partAt(Task task, long nanos) {
    return entryAt(task, nanos).map(Entry::part);
  }

  private Optional<Entry> entryAt(Task task, long nanos) {
    List<Entry> entries = byTask.getOrDefault(task.id(), List.of());
    int begun = Sorted.first(entries.size(), i -> entries.get(i).part().startNanos() >= nanos);
    for (int i = begun - 1; i >= 0; i--) {
      if (entries.get(i).part().contains(nanos)) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** The name of the request that began in the task then, or else what the task is called. */
  public String nameAt(Task task, long nanos) {
    Optional<Entry> entry = entryAt(task, nanos);
    if (entry.isPresent() && entry.get().root()) {
      return entry.get().request().name();
    }
    return names.computeIfAbsent(task.id(), id -> RequestFinder.name(task));
  }
}

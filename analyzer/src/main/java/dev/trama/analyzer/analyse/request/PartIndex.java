package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
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

  /**
   * When the task began the request for which it worked at an instant, the innermost if there are
   * several. If it may have answered other requests before, the request begins where its awaits
   * start over.
   */
  public long begunAt(Task task, long nanos) {
    Optional<Entry> entry = entryAt(task, nanos);
    long begun = entry.map(e -> e.part().startNanos()).orElse(task.spawnedNanos());
    return entry.filter(e -> e.request().mayBeSeveral()).isPresent()
        ? Math.max(begun, Restarts.latestBefore(task, nanos))
        : begun;
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

  /** The name of the request that began in the task at that time, or else the task's name. */
  public String nameAt(Task task, long nanos) {
    Optional<Entry> entry = entryAt(task, nanos);
    if (entry.isPresent() && entry.get().root()) {
      Request request = entry.get().request();
      return request.mayBeSeveral() && !request.isWhole()
          ? entryBefore(task, nanos).orElse(request.name())
          : request.name();
    }
    return names.computeIfAbsent(task.id(), id -> RequestFinder.name(task));
  }

  /** If a task answers several requests, its last await shows for which it works. */
  private static Optional<String> entryBefore(Task task, long nanos) {
    List<Await> awaits = task.awaits();
    for (int i = Restarts.begunBefore(awaits, nanos) - 1; i >= 0; i--) {
      Optional<Frame> entry = Connection.entry(awaits.get(i).stack());
      if (entry.isPresent()) {
        return entry.map(Frame::label);
      }
    }
    return Optional.empty();
  }
}

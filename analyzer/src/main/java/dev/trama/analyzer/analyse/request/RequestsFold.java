package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Requests by name, over a recording or over windows of one that is too large to be held. */
public final class RequestsFold {
  private final Map<String, RequestGroup> groups = new HashMap<>();

  private final Predicate<Request> wanted;

  public RequestsFold(Predicate<Request> wanted) {
    this.wanted = wanted;
  }

  public void add(Recording window) {
    var lifelines = new Lifelines();
    for (Request request : RequestFinder.of(window)) {
      if (!wanted.test(request)) {
        continue;
      }
      groups.computeIfAbsent(request.name(), RequestGroup::new).add(request, lifelines);
      Optional<Task> task = request.root().task();
      if (task.isPresent() && task.get().endNanos() <= request.endNanos()) {
        lifelines.forget(task.get());
      }
    }
  }

  /** Those that took most time first. */
  public List<RequestGroup> groups() {
    return groups.values().stream()
        .sorted(
            Comparator.comparingLong((RequestGroup g) -> g.durations().total())
                .reversed()
                .thenComparing(RequestGroup::name))
        .toList();
  }
}

package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks that were spawned within a context and write contexts of the same sort with other ids: what
 * they do is then attributed to the wrong request. A task that writes no context shows nothing, and
 * one that has its parent's id has inherited it.
 */
final class LostContext implements Detector {
  private static final int MIN_TASKS = 2;

  /** How many contexts may have begun within the one that counts. */
  private static final int MAX_NESTED = 100;

  @Override
  public String id() {
    return "lost-context";
  }

  @Override
  public String looksFor() {
    return "2 or more tasks spawned at one place within a context, whose own contexts of the same"
        + " event all have other ids";
  }

  private record Loss(Task task, Context parents, Context own) {}

  @Override
  public List<Finding> detect(Evidence evidence) {
    Recording recording = evidence.recording();
    Map<Long, List<Context>> contexts = new HashMap<>();
    for (TraceEvent.Worked worked : recording.contexts()) {
      if (!worked.context().id().isEmpty()) {
        contexts
            .computeIfAbsent(worked.thread().id(), id -> new ArrayList<>())
            .add(worked.context());
      }
    }
    if (contexts.isEmpty()) {
      return List.of();
    }
    Map<String, List<Loss>> bySite = new LinkedHashMap<>();
    for (Task task : recording.tasks()) {
      loss(task, contexts)
          .ifPresent(
              loss ->
                  bySite
                      .computeIfAbsent(
                          site(task.spawn().orElseThrow()) + "\n" + loss.parents().label(),
                          s -> new ArrayList<>())
                      .add(loss));
    }
    return bySite.values().stream()
        .filter(losses -> losses.size() >= MIN_TASKS)
        .map(this::finding)
        .toList();
  }

  private static Optional<Loss> loss(Task task, Map<Long, List<Context>> contexts) {
    List<Context> own = contexts.getOrDefault(task.id(), List.of());
    if (own.isEmpty() || task.spawn().isEmpty()) {
      return Optional.empty();
    }
    Spawn spawn = task.spawn().get();
    List<Context> ofParent = contexts.getOrDefault(spawn.parent().id(), List.of());
    int begun = Sorted.first(ofParent.size(), i -> ofParent.get(i).startNanos() > spawn.atNanos());
    for (Context parents : ofParent.subList(Math.max(0, begun - MAX_NESTED), begun).reversed()) {
      boolean covers =
          !parents.open()
              && parents.startNanos() <= spawn.atNanos()
              && spawn.atNanos() <= parents.endNanos();
      List<Context> alike = own.stream().filter(c -> c.type().equals(parents.type())).toList();
      if (covers
          && !alike.isEmpty()
          && alike.stream().noneMatch(c -> c.id().equals(parents.id()))) {
        return Optional.of(new Loss(task, parents, alike.getFirst()));
      }
    }
    return Optional.empty();
  }

  private static String site(Spawn spawn) {
    return spawn.stack().suspensionPoint().map(Frame::site).orElse(Sites.UNKNOWN);
  }

  private Finding finding(List<Loss> losses) {
    Loss first = losses.getFirst();
    String site = site(first.task().spawn().orElseThrow());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("site", site);
    facts.put("context", first.parents().label());
    facts.put("tasks", losses.size());
    facts.put("parentsId", first.parents().id());
    facts.put("ownId", first.own().id());
    facts.put("example", first.task().titleAndId());
    return new Finding(
        id(),
        Severity.INFO,
        site + " " + first.parents().label(),
        Text.times(losses.size(), "task")
            + " spawned "
            + Sites.at(site)
            + " within a "
            + first.parents().label()
            + " did not inherit it, such as "
            + first.task().titleAndId()
            + ": spawned within "
            + first.parents().id()
            + ", it worked for "
            + first.own().id(),
        facts,
        "Thread-locals do not reach tasks that an executor starts, so the logs and traces of a"
            + " request lack what these tasks do for it.",
        "Pass the context on: a scoped value with structured concurrency, or the tracing library's"
            + " wrapper of the executor.",
        0);
  }
}

package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests from contexts. Contexts with one id that begin while the first of them lasts are parts
 * of one request, on any threads; contexts with one id that follow each other are separate
 * requests.
 */
final class ContextRequests {
  private final Recording recording;
  private final Map<Long, Task> tasks;
  private final Covers covers;
  private final List<Draft> drafts;

  /** The latest request of each id. */
  private final Map<String, Draft> latest = new HashMap<>();

  private final Map<Long, Integer> numbers = new HashMap<>();

  ContextRequests(Recording recording, Map<Long, Task> tasks, Covers covers, List<Draft> drafts) {
    this.recording = recording;
    this.tasks = tasks;
    this.covers = covers;
    this.drafts = drafts;
  }

  void add() {
    for (TraceEvent.Worked worked : new OpenContexts(recording, tasks).resolved()) {
      add(worked.thread().id(), worked.context());
    }
  }

  private void add(long thread, Context context) {
    Optional<Task> task = Optional.ofNullable(tasks.get(thread));
    long start =
        task.map(t -> Math.max(t.spawnedNanos(), context.startNanos()))
            .orElse(context.startNanos());
    long end = task.map(t -> Math.min(t.endNanos(), context.endNanos())).orElse(context.endNanos());
    if (end <= start) {
      return; // not within the task's recorded life
    }
    var part = new Part(thread, task, start, end);
    String id = context.id();
    Draft before = id.isEmpty() ? null : latest.get(id);
    if (before != null && before.root().contains(start)) {
      before.add(part);
      covers.add(part, before);
      return;
    }
    String key = id.isEmpty() ? "#" + thread + "." + numbers.merge(thread, 1, Integer::sum) : id;
    boolean began = context.startNanos() >= recording.info().startNanos();
    var draft =
        new Draft(key, name(context, part), Optional.of(context), part, began, !context.open());
    drafts.add(draft);
    covers.add(part, draft);
    if (!id.isEmpty()) {
      latest.put(id, draft);
    }
  }

  /** For a context that has only ids, the entry method says more than the event's label. */
  private static String name(Context context, Part part) {
    return context.isNamed()
        ? context.name()
        : part.entry().map(Frame::label).orElseGet(context::name);
  }
}

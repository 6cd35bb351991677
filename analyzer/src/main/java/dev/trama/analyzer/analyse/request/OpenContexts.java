package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A context that was written at the start of some work does not have its end. If the end was
 * written, too, that context also has the start, and the first one is dropped. Otherwise the work
 * was not over when the recording ended: it lasts to the end of the thread, or until the thread
 * begins another of its sort.
 */
final class OpenContexts {
  /** How deep contexts of one id may be nested. */
  private static final int NESTED = 16;

  private static final NavigableMap<Long, Long> EMPTY = new TreeMap<>();

  private final Recording recording;
  private final Map<Long, Task> tasks;
  private final Map<Key, NavigableSet<Long>> starts = new HashMap<>();

  /** The starts of contexts that have an end, with their ends. */
  private final Map<Key, NavigableMap<Long, Long>> closed = new HashMap<>();

  /** A thread and the type, or the id, of contexts. */
  private record Key(long thread, String what) {}

  OpenContexts(Recording recording, Map<Long, Task> tasks) {
    this.recording = recording;
    this.tasks = tasks;
  }

  /** In order of their starts, the outer ones first; those without an end are still open. */
  List<TraceEvent.Worked> resolved() {
    if (recording.contexts().stream().noneMatch(worked -> worked.context().open())) {
      return recording.contexts();
    }
    recording.contexts().forEach(this::learn);
    List<TraceEvent.Worked> resolved = new ArrayList<>(recording.contexts().size());
    for (TraceEvent.Worked worked : recording.contexts()) {
      if (!worked.context().open()) {
        resolved.add(worked);
      } else if (!isClosed(worked)) {
        resolved.add(untilItsEnd(worked));
      }
    }
    resolved.sort(
        Comparator.comparingLong((TraceEvent.Worked w) -> w.context().startNanos())
            .thenComparing(w -> w.context().endNanos(), Comparator.reverseOrder()));
    return resolved;
  }

  private void learn(TraceEvent.Worked worked) {
    Context context = worked.context();
    long start = context.startNanos();
    starts.computeIfAbsent(ofType(worked), k -> new TreeSet<>()).add(start);
    if (!context.open()) {
      closed
          .computeIfAbsent(ofId(worked), k -> new TreeMap<>())
          .merge(start, context.endNanos(), Math::max);
    }
  }

  private static Key ofType(TraceEvent.Worked worked) {
    return new Key(worked.thread().id(), worked.context().type());
  }

  private static Key ofId(TraceEvent.Worked worked) {
    return new Key(worked.thread().id(), worked.context().id());
  }

  private boolean isClosed(TraceEvent.Worked open) {
    long at = open.context().startNanos();
    var ends = closed.getOrDefault(ofId(open), EMPTY).headMap(at, true).descendingMap().values();
    return ends.stream().limit(NESTED).anyMatch(end -> end >= at);
  }

  private TraceEvent.Worked untilItsEnd(TraceEvent.Worked open) {
    Context context = open.context();
    Long next = starts.get(ofType(open)).higher(context.startNanos());
    long threadEnd = threadEnd(open.thread().id());
    return new TraceEvent.Worked(
        open.thread(),
        new Context(
            context.type(),
            context.label(),
            context.fields(),
            context.startNanos(),
            next == null ? threadEnd : Math.min(next, threadEnd),
            true));
  }

  private long threadEnd(long thread) {
    Task task = tasks.get(thread);
    return task == null ? recording.info().endNanos() : task.endNanos();
  }
}

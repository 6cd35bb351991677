package dev.trama.analyzer.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole recording, held in memory, for analyses that need to go back and forth in it.
 *
 * @param tasks in the order in which they were first seen, then by id; the JDK's own are left out
 *     unless asked for
 * @param wakes in order of time
 * @param names names of every thread that an event names, by Java thread id
 * @param contexts in order of their starts, outer ones first
 * @param owners owners of the locks that tasks were still awaiting at the end, by task id
 */
public record Recording(
    RecordingInfo info,
    List<Task> tasks,
    List<Wake> wakes,
    Map<Long, String> names,
    Map<Long, Long> owners,
    List<TraceEvent.PinnedBecause> pinned,
    List<TraceEvent.Worked> contexts,
    Completeness completeness,
    Anomalies anomalies) {
  public Recording {
    tasks = List.copyOf(tasks);
    wakes = List.copyOf(wakes);
    names = Map.copyOf(names);
    owners = Map.copyOf(owners);
    pinned = List.copyOf(pinned);
    contexts = List.copyOf(contexts);
  }

  /** The tasks by id; a new map at each call. */
  public Map<Long, Task> tasksById() {
    Map<Long, Task> byId = HashMap.newHashMap(tasks.size());
    tasks.forEach(task -> byId.put(task.id(), task));
    return byId;
  }

  /** A readable name of the thread; {@code #id} when nothing is known. */
  public String threadName(long id) {
    String name = names.getOrDefault(id, "");
    return name.isEmpty() ? "#" + id : name;
  }

  /** The same, unique: {@code main #1}, or {@code #1}. */
  public String threadNameAndId(long id) {
    String name = threadName(id);
    return name.equals("#" + id) ? name : name + " #" + id;
  }
}

package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.model.ThreadRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of the tasks in flight; of so many at most that memory stays bounded. */
final class TaskNames {
  static final String UNKNOWN = "(never suspended)";
  private static final int MOST = 200_000;

  private final Map<Long, String> entries = new HashMap<>();
  private final Map<Long, String> names = new HashMap<>();
  private final Map<Long, ThreadRef> parents = new HashMap<>();
  private final Set<Long> fresh = new HashSet<>();

  void started(long task) {
    if (fresh.size() < MOST) {
      fresh.add(task);
    }
  }

  void born(ThreadRef child, ThreadRef parent) {
    if (parents.size() < MOST) {
      parents.put(child.id(), parent);
      name(child.id(), child.name());
    }
    name(parent.id(), parent.name());
  }

  private void name(long id, String name) {
    if (!name.isEmpty() && names.size() < MOST) {
      names.put(id, name);
    }
  }

  boolean isNew(long task) {
    return !entries.containsKey(task);
  }

  /** Returns whether the task began while it was listened to. */
  boolean learn(long task, String entry, String name) {
    if (entries.size() < MOST) {
      entries.put(task, entry);
    }
    name(task, name);
    return fresh.remove(task);
  }

  /** The entry of a task that ends. */
  String ended(long task) {
    fresh.remove(task);
    names.remove(task);
    parents.remove(task);
    String entry = entries.remove(task);
    return entry == null ? UNKNOWN : entry;
  }

  ThreadRef parent(long task) {
    return parents.getOrDefault(task, ThreadRef.UNKNOWN);
  }

  String name(long id) {
    return names.getOrDefault(id, "#" + id);
  }
}

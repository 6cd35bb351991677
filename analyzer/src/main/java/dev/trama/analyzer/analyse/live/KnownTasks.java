package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the tasks in flight. Capped, so that memory stays bounded. */
final class KnownTasks {
  static final String NEVER_SUSPENDED = "(never suspended)";
  private static final int MAX_TASKS = 200_000;
  private static final int MAX_WITH_PAST = 50_000;
  private static final int PAST = 5;

  private final Map<Long, Known> tasks = new HashMap<>();

  private static final class Known {
    String entry = "";
    boolean isApplications;
    String name = "";
    ThreadRef parent = ThreadRef.UNKNOWN;
    boolean startWasHeard;
    Deque<LiveEvent.Resumed> past;
  }

  void started(long task) {
    of(task).startWasHeard = true;
  }

  void born(ThreadRef child, ThreadRef parent) {
    Known known = of(child.id());
    known.parent = parent;
    known.name = child.name();
    if (!parent.virtual() || tasks.containsKey(parent.id())) {
      name(parent);
    }
  }

  void name(ThreadRef task) {
    if (!task.name().isEmpty()) {
      of(task.id()).name = task.name();
    }
  }

  /** When there are too many, one that is not kept. */
  private Known of(long task) {
    Known known = tasks.get(task);
    if (known == null) {
      known = new Known();
      if (tasks.size() < MAX_TASKS) {
        tasks.put(task, known);
      }
    }
    return known;
  }

  /** Whether its entry is known as well as it can be. */
  boolean hasEntry(long task) {
    Known known = tasks.get(task);
    return known != null && known.isApplications;
  }

  /**
   * Learns in which method the task began.
   *
   * @param isApplications whether that method is the application's, and not a library's
   * @return whether nothing was known of it before, and it began while this was listening
   */
  boolean learnEntry(long task, String entry, boolean isApplications, String name) {
    Known known = of(task);
    boolean first = known.entry.isEmpty();
    if (first || isApplications) {
      known.entry = entry;
      known.isApplications = isApplications;
    }
    if (!name.isEmpty()) {
      known.name = name;
    }
    return first && known.startWasHeard;
  }

  void resumed(LiveEvent.Resumed await) {
    Known known = tasks.get(await.task());
    if (known == null) {
      return;
    }
    if (known.past == null) {
      if (tasks.size() > MAX_WITH_PAST) {
        return;
      }
      known.past = new ArrayDeque<>(PAST);
    }
    if (known.past.size() == PAST) {
      known.past.removeLast();
    }
    known.past.addFirst(await);
  }

  /** The entry of a task that ends. */
  String ended(long task) {
    Known known = tasks.remove(task);
    return known == null || known.entry.isEmpty() ? NEVER_SUSPENDED : known.entry;
  }

  /** Empty when unknown. */
  String entry(long task) {
    Known known = tasks.get(task);
    return known == null ? "" : known.entry;
  }

  /** The last awaits that ended, newest first. */
  List<LiveEvent.Resumed> past(long task) {
    Known known = tasks.get(task);
    return known == null || known.past == null ? List.of() : List.copyOf(known.past);
  }

  ThreadRef parent(long task) {
    Known known = tasks.get(task);
    return known == null ? ThreadRef.UNKNOWN : known.parent;
  }

  /** Those in flight whose birth was seen. */
  List<ThreadRef> children(long task) {
    return tasks.entrySet().stream()
        .filter(it -> it.getValue().parent.id() == task)
        .map(it -> new ThreadRef(it.getKey(), it.getValue().name, true))
        .toList();
  }

  /** Unknown for 0; without a name when none is known. */
  ThreadRef ref(long id) {
    Known known = tasks.get(id);
    return id == 0 ? ThreadRef.UNKNOWN : new ThreadRef(id, known == null ? "" : known.name, true);
  }

  String name(long id) {
    Known known = tasks.get(id);
    return known == null || known.name.isEmpty() ? "#" + id : known.name;
  }
}

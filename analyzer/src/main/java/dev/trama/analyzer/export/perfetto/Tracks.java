package dev.trama.analyzer.export.perfetto;

import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.export.perfetto.Schema.TrackDescriptor;
import dev.trama.analyzer.export.task.TaskLife;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.ThreadRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The tracks: tasks below their parents, or else in a group for their entry method; carriers; and
 * other threads that woke or spawned a task.
 */
final class Tracks {
  static final long PROCESS = 1;
  static final long CARRIERS = 2;
  static final long THREADS = 3;
  static final long CONCURRENCY = 4;
  static final long PARALLELISM = 5;

  // The sort of a thread's track, in the lowest bits of its number.
  private static final int TASK = 0;
  private static final int CARRIER = 1;
  private static final int THREAD = 2;
  private static final int GROUP = 3;

  /** Deeper nesting is useless: nobody finds a task in it. */
  private static final int MAX_DEPTH = 8;

  private final PacketWriter out;
  private final LongFunction<String> names;
  private final Map<String, Long> groups = new HashMap<>();
  private final Map<Long, Integer> depths = new HashMap<>();
  private final Set<Long> described = new HashSet<>();

  Tracks(PacketWriter out, LongFunction<String> names) {
    this.out = out;
    this.names = names;
  }

  void describeRoots(String process) {
    out.process(PROCESS, process);
    out.counterTrack(CONCURRENCY, PROCESS, "tasks in flight (concurrency)");
    out.counterTrack(PARALLELISM, PROCESS, "tasks running (parallelism)");
    out.track(CARRIERS, PROCESS, "carriers", TrackDescriptor.LEXICOGRAPHIC);
    out.track(THREADS, PROCESS, "other threads", TrackDescriptor.LEXICOGRAPHIC);
  }

  private static long uuid(long id, int sort) {
    return ((id + 16) << 2) | sort;
  }

  void describe(TaskLife task) {
    long parent = task.spawn().map(Spawn::parent).map(ThreadRef::id).orElse(0L);
    int depth = depths.getOrDefault(parent, MAX_DEPTH) + 1;
    boolean nested = depth <= MAX_DEPTH;
    depths.put(task.id(), nested ? depth : 0);
    out.track(
        uuid(task.id(), TASK),
        nested ? uuid(parent, TASK) : group(task),
        task.title() + " #" + task.id(),
        TrackDescriptor.CHRONOLOGICAL);
  }

  private long group(TaskLife task) {
    String entry =
        task.entry()
            .map(Frame::label)
            .orElseGet(() -> task.name().isEmpty() ? "tasks" : Names.family(task.name()));
    return groups.computeIfAbsent(
        entry,
        name -> {
          long uuid = uuid(groups.size(), GROUP);
          out.track(uuid, PROCESS, name, TrackDescriptor.CHRONOLOGICAL);
          return uuid;
        });
  }

  long of(TaskLife task) {
    return uuid(task.id(), TASK);
  }

  long ofCarrier(ThreadRef carrier) {
    long uuid = uuid(carrier.id(), CARRIER);
    if (described.add(uuid)) {
      out.track(uuid, CARRIERS, Names.carrier(carrier), TrackDescriptor.CHRONOLOGICAL);
    }
    return uuid;
  }

  /** The track of a task, if the thread is a task that was seen, or of another thread. */
  long ofThread(long id) {
    if (depths.containsKey(id)) {
      return uuid(id, TASK);
    }
    long uuid = uuid(id, THREAD);
    if (described.add(uuid)) {
      out.track(uuid, THREADS, names.apply(id), TrackDescriptor.CHRONOLOGICAL);
    }
    return uuid;
  }

  /** Forgets a task that nothing will refer to any more. */
  void forget(TaskLife task) {
    depths.remove(task.id());
  }
}

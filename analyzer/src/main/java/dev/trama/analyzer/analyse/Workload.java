package dev.trama.analyzer.analyse;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Nature;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the tasks of one entry method spend their lives on.
 *
 * @param awaitingByNature the awaiting part by what was awaited
 */
public record Workload(TaskGroup group, Map<Nature, Long> awaitingByNature) {

  /** What limits such tasks. */
  public enum Bound {
    /** They run for more than half of their lives. */
    CPU,
    /** They wait for bytes more than for anything else. */
    IO,
    /** They wait for locks or pools more than for anything else. */
    CONTENDED,
    /** They could run, and have no carrier, for more than a quarter of their lives. */
    STARVED,
    /** They wait for other tasks, messages or the time. */
    WAITING,
    /** The recording does not say. */
    UNKNOWN
  }

  public Workload {
    awaitingByNature = Map.copyOf(awaitingByNature);
  }

  public static List<Workload> of(Recording recording) {
    List<Workload> workloads = new ArrayList<>();
    for (TaskGroup group : TaskGroup.byEntry(recording.tasks())) {
      Map<Nature, Long> byNature = new EnumMap<>(Nature.class);
      for (Task task : group.tasks()) {
        for (Await await : task.awaits()) {
          byNature.merge(await.fine().nature(), await.awaitingNanos(), Long::sum);
        }
      }
      workloads.add(new Workload(group, byNature));
    }
    return workloads;
  }

  public Bound bound() {
    Totals totals = group.totals();
    long all = totals.all();
    if (all == 0 || totals.unknown() * 2 > all) {
      return Bound.UNKNOWN;
    }
    if (totals.running() * 2 > all) {
      return Bound.CPU;
    }
    if (totals.ready() * 4 > all) {
      return Bound.STARVED;
    }
    long io = nanos(Nature.IO);
    long contended = nanos(Nature.LOCK) + nanos(Nature.POOL);
    long others =
        nanos(Nature.SIGNAL) + nanos(Nature.TASK) + nanos(Nature.TIMER) + nanos(Nature.OTHER);
    if (io >= contended && io >= others) {
      return io == 0 ? Bound.UNKNOWN : Bound.IO;
    }
    return contended >= others ? Bound.CONTENDED : Bound.WAITING;
  }

  private long nanos(Nature nature) {
    return awaitingByNature.getOrDefault(nature, 0L);
  }
}

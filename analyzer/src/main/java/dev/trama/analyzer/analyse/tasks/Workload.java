package dev.trama.analyzer.analyse.tasks;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the tasks of one entry method spend their lives on.
 *
 * @param awaitingByCategory the awaiting part by what was awaited
 */
public record Workload(TaskGroup group, Map<AwaitCategory, Long> awaitingByCategory) {

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
    awaitingByCategory = Map.copyOf(awaitingByCategory);
  }

  public static List<Workload> of(Recording recording) {
    List<Workload> workloads = new ArrayList<>();
    for (TaskGroup group : TaskGroup.byEntry(recording.tasks())) {
      Map<AwaitCategory, Long> byCategory = new EnumMap<>(AwaitCategory.class);
      for (Task task : group.tasks()) {
        for (Await await : task.awaits()) {
          byCategory.merge(await.fine().category(), await.awaitingNanos(), Long::sum);
        }
      }
      workloads.add(new Workload(group, byCategory));
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
    long io = nanos(AwaitCategory.IO);
    long contended = nanos(AwaitCategory.LOCK) + nanos(AwaitCategory.POOL);
    long others =
        nanos(AwaitCategory.SIGNAL)
            + nanos(AwaitCategory.TASK)
            + nanos(AwaitCategory.TIMER)
            + nanos(AwaitCategory.OTHER);
    if (io >= contended && io >= others) {
      return io == 0 ? Bound.UNKNOWN : Bound.IO;
    }
    return contended >= others ? Bound.CONTENDED : Bound.WAITING;
  }

  private long nanos(AwaitCategory category) {
    return awaitingByCategory.getOrDefault(category, 0L);
  }
}

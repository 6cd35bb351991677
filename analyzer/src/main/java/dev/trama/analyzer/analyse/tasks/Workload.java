package dev.trama.analyzer.analyse.tasks;

import dev.trama.analyzer.analyse.tasks.BoundRule.Part;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the tasks of one entry method spend their time on, and what bounds them. */
public record Workload(TaskGroup group, Bound bound) {

  public static List<Workload> of(Recording recording) {
    List<Workload> workloads = new ArrayList<>();
    for (TaskGroup group : TaskGroup.byEntry(recording.tasks())) {
      workloads.add(new Workload(group, BoundRule.decide(parts(group))));
    }
    return workloads;
  }

  private static final class Nanos {
    long sum;
  }

  private static Map<Part, Long> parts(TaskGroup group) {
    Map<Part, Long> nanos = new EnumMap<>(Part.class);
    nanos.put(Part.RUNNING, group.totals().running());
    nanos.put(Part.READY, group.totals().ready());
    nanos.put(Part.UNKNOWN, group.totals().unknown());
    Map<AwaitCategory, Nanos> awaiting = new EnumMap<>(AwaitCategory.class);
    for (Task task : group.tasks()) {
      for (Await await : task.awaits()) {
        awaiting.computeIfAbsent(await.fine().category(), c -> new Nanos()).sum +=
            await.awaitingNanos();
      }
    }
    awaiting.forEach((category, sum) -> nanos.put(part(category), sum.sum));
    return nanos;
  }

  private static Part part(AwaitCategory category) {
    return switch (category) {
      case IO -> Part.IO;
      case LOCK -> Part.LOCK;
      case POOL -> Part.POOL;
      case SIGNAL -> Part.SIGNAL;
      case TASK -> Part.TASK;
      case TIMER -> Part.TIMER;
      case OTHER -> Part.OTHER;
    };
  }
}

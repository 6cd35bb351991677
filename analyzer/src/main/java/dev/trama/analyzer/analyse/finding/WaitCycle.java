package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.waits.Cycles;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tasks that wait for each other in a circle, through locks whose owners are known. */
final class WaitCycle implements Detector {
  @Override
  public String id() {
    return "wait-cycle";
  }

  @Override
  public String looksFor() {
    return "tasks still suspended at the end of the recording, each awaiting a lock the next one"
        + " owns, round to the first";
  }

  @Override
  public boolean looksAtWholeRecording() {
    return true;
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    if (!evidence.isTheEnd()) {
      return List.of();
    }
    Recording recording = evidence.recording();
    Map<Long, Task> tasks = new HashMap<>();
    recording.tasks().forEach(task -> tasks.put(task.id(), task));
    return Cycles.of(recording.owners()).stream()
        .map(cycle -> finding(recording, tasks, cycle))
        .toList();
  }

  private Finding finding(Recording recording, Map<Long, Task> tasks, List<Long> cycle) {
    List<String> members =
        cycle.stream().map(id -> recording.threadName(id) + " #" + id + at(tasks.get(id))).toList();
    long longest =
        cycle.stream()
            .map(tasks::get)
            .filter(task -> task != null && !task.awaits().isEmpty())
            .mapToLong(task -> task.awaits().getLast().durationNanos())
            .max()
            .orElse(0);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("tasks", members);
    facts.put("ids", cycle);
    facts.put("maxNanos", longest);
    return new Finding(
        id(),
        Severity.ERROR,
        cycle.toString(),
        "Deadlock: "
            + members.stream().collect(Collectors.joining(" awaits "))
            + " awaits "
            + members.getFirst().replaceFirst(" at .*", ""),
        facts,
        "Each holds the lock that another needs; none of them will ever run again.",
        "Take the locks in one order everywhere, or with a time limit.",
        longest);
  }

  private static String at(Task task) {
    return task == null || task.awaits().isEmpty()
        ? ""
        : " at " + Sites.site(task.awaits().getLast());
  }
}

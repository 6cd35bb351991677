package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.analyse.waits.Cycles;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
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
    return "tasks still suspended at the end of the recording, each awaiting a lock that the next"
        + " one owns, in a circle";
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
    return Cycles.of(evidence.recording().owners()).stream()
        .map(cycle -> finding(evidence, cycle))
        .toList();
  }

  private Finding finding(Evidence evidence, List<Long> cycle) {
    Recording recording = evidence.recording();
    List<String> members =
        cycle.stream().map(id -> recording.threadName(id) + " #" + id + at(evidence, id)).toList();
    long longest =
        cycle.stream()
            .flatMap(id -> evidence.task(id).flatMap(Task::lastAwait).stream())
            .mapToLong(Await::durationNanos)
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

  private static String at(Evidence evidence, long id) {
    return evidence
        .task(id)
        .flatMap(Task::lastAwait)
        .map(await -> " at " + Sites.site(await))
        .orElse("");
  }
}

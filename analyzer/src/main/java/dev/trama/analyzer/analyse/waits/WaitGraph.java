package dev.trama.analyzer.analyse.waits;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which task waits for which among those still suspended when the recording ends. There is an edge
 * only where the recording leaves no doubt.
 *
 * @param waiting every suspended task, the longest waiting first
 * @param cycles ids of tasks that each wait for the next one's lock, the last for the first one's
 */
public record WaitGraph(List<Waiting> waiting, List<List<Long>> cycles) {
  /** Awaits that end when all tasks of the scope or executor have ended. */
  private static final Set<String> OF_CHILDREN =
      Set.of("scope join", "scope close", "executor close", "invoke all");

  public WaitGraph {
    waiting = List.copyOf(waiting);
    cycles = List.copyOf(cycles);
  }

  public static WaitGraph of(Recording recording) {
    var borrowers = new Borrowers(recording.tasks());
    Map<Long, List<Task>> children = new HashMap<>();
    for (Task task : recording.tasks()) {
      if (task.truncation().endIsUnknown()) {
        task.spawn()
            .ifPresent(
                by ->
                    children.computeIfAbsent(by.parent().id(), id -> new ArrayList<>()).add(task));
      }
    }
    List<Waiting> waiting = new ArrayList<>();
    for (Task task : recording.tasks()) {
      task.suspendedIn()
          .ifPresent(await -> waiting.add(waiting(recording, borrowers, children, task, await)));
    }
    waiting.sort(
        Comparator.comparingLong(Waiting::sinceNanos).thenComparingLong(w -> w.task().id()));
    return new WaitGraph(waiting, cycles(waiting));
  }

  private static Waiting waiting(
      Recording recording,
      Borrowers borrowers,
      Map<Long, List<Task>> children,
      Task task,
      Await await) {
    if (await.readyNanos() > 0) {
      return new Waiting(task, await, Waiting.Reason.WOKEN, List.of());
    }
    Long owner = recording.owners().get(task.id());
    if (owner != null) {
      return new Waiting(task, await, Waiting.Reason.OWNER, List.of(owner));
    }
    if (OF_CHILDREN.contains(await.fine().name())) {
      List<Long> own =
          children.getOrDefault(task.id(), List.of()).stream()
              .filter(child -> !child.spawn().orElseThrow().container().isEmpty())
              .map(Task::id)
              .toList();
      if (!own.isEmpty()) {
        return new Waiting(task, await, Waiting.Reason.CHILDREN, own);
      }
    }
    List<Long> holding = borrowers.of(await);
    if (!holding.isEmpty()) {
      return new Waiting(task, await, Waiting.Reason.BORROWERS, holding);
    }
    AwaitCategory category = await.fine().category();
    boolean nobody = category == AwaitCategory.TIMER || category == AwaitCategory.IO;
    return new Waiting(
        task, await, nobody ? Waiting.Reason.NOBODY : Waiting.Reason.UNKNOWN, List.of());
  }

  /** Along owners only: a lock has one owner, so a task in a circle of them never runs again. */
  private static List<List<Long>> cycles(List<Waiting> waiting) {
    Map<Long, Long> owners = new HashMap<>();
    waiting.stream()
        .filter(w -> w.reason() == Waiting.Reason.OWNER)
        .forEach(w -> owners.put(w.task().id(), w.owners().getFirst()));
    return Cycles.of(owners);
  }
}

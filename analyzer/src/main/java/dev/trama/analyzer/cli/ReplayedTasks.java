package dev.trama.analyzer.cli;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.How;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Replays what the tasks of a recording did from one moment to the next. */
final class ReplayedTasks {
  /** As many as a running program reports for each way of being suspended. */
  private static final int SHOWN = 20;

  private final Recording recording;
  private final Consumer<LiveEvent> out;
  private final Map<Stack, Long> numbers = new HashMap<>();
  private final Map<Long, Integer> next = new HashMap<>();
  private long looks;

  ReplayedTasks(Recording recording, Consumer<LiveEvent> out) {
    this.recording = recording;
    this.out = out;
  }

  private record Suspended(Task task, Await await, boolean ready) {}

  /** Advances from one moment to another. */
  void advance(long fromNanos, long toNanos) {
    Map<How, List<Suspended>> groups = new HashMap<>();
    for (Task task : recording.tasks()) {
      boolean ends = !task.truncation().endIsUnknown();
      if (task.startNanos() > toNanos || (ends && task.endNanos() <= fromNanos)) {
        continue;
      }
      if (task.startNanos() > fromNanos) {
        out.accept(new LiveEvent.Started(task.id()));
        task.spawn().ifPresent(it -> out.accept(new LiveEvent.Born(ref(task), it.parent())));
      }
      advance(task, toNanos, groups);
      if (ends && task.endNanos() <= toNanos) {
        next.remove(task.id());
        out.accept(new LiveEvent.Ended(task.id()));
      }
    }
    looks++;
    if (groups.isEmpty()) {
      var none = new How(AwaitKind.PARK, false, Awaitable.NONE, 0);
      out.accept(new LiveEvent.Waiting(looks, none, 0, 0, 0, ThreadRef.UNKNOWN));
    }
    groups.forEach((how, suspended) -> tell(how, suspended, toNanos));
  }

  private void advance(Task task, long toNanos, Map<How, List<Suspended>> groups) {
    int index = next.getOrDefault(task.id(), 0);
    List<Await> awaits = task.awaits();
    while (index < awaits.size()
        && awaits.get(index).endNanos() <= toNanos
        && !awaits.get(index).isStillSuspended()) {
      Await await = awaits.get(index);
      out.accept(
          new LiveEvent.Resumed(
              task.id(),
              task.name(),
              how(await),
              await.durationNanos(),
              await.readyNanos(),
              await.waker()));
      index++;
    }
    next.put(task.id(), index);
    if (index == awaits.size()) {
      return;
    }
    Await await = awaits.get(index);
    if (await.startNanos() > toNanos) {
      runs(task, await, index == 0 ? task.startNanos() : awaits.get(index - 1).endNanos(), toNanos);
      return;
    }
    boolean ready = !await.isStillSuspended() && await.readyAtNanos() <= toNanos;
    groups
        .computeIfAbsent(how(await), it -> new ArrayList<>())
        .add(new Suspended(task, await, ready));
  }

  /** Between two awaits the task is on the carrier that it gives up at the second. */
  private void runs(Task task, Await following, long sinceNanos, long toNanos) {
    if (following.carrier().isKnown()) {
      out.accept(
          new LiveEvent.Running(
              following.carrier().name(), ref(task), toNanos - sinceNanos, false));
    }
  }

  private void tell(How how, List<Suspended> suspended, long toNanos) {
    suspended.sort(Comparator.comparingLong(it -> it.await().startNanos()));
    long ready = suspended.stream().filter(Suspended::ready).count();
    Suspended longest = suspended.getFirst();
    out.accept(
        new LiveEvent.Waiting(
            looks,
            how,
            suspended.size() - ready,
            ready,
            toNanos - longest.await().startNanos(),
            ref(longest.task())));
    for (Suspended it : suspended.subList(0, Math.min(SHOWN, suspended.size()))) {
      out.accept(
          new LiveEvent.WaitingTask(
              looks,
              ref(it.task()),
              how,
              toNanos - it.await().startNanos(),
              0,
              it.ready() ? 1 : 0));
    }
  }

  private static ThreadRef ref(Task task) {
    return new ThreadRef(task.id(), task.name(), true);
  }

  private How how(Await await) {
    Long number = numbers.get(await.stack());
    if (number == null) {
      number = await.stack().isKnown() ? numbers.size() + 1L : 0L;
      numbers.put(await.stack(), number);
      out.accept(new LiveEvent.Named(number, await.stack()));
    }
    Awaitable awaitable = new Awaitable(await.awaitable().type(), 0);
    return new How(await.kind(), await.timeoutNanos() > 0, awaitable, number);
  }
}

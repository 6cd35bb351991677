package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.live.LiveTally;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.How;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Tells a recording as if it were going on: what happened from one moment to the next. */
final class TopReplay {
  private final Recording recording;
  private final LiveTally tally;
  private final IdentityHashMap<Stack, Long> numbers = new IdentityHashMap<>();
  private final Map<Long, Integer> next = new HashMap<>();
  private long atNanos;
  private long looks;

  TopReplay(Recording recording, LiveTally tally) {
    this.recording = recording;
    this.tally = tally;
    this.atNanos = recording.info().startNanos();
    tally.accept(new LiveEvent.Passed(atNanos));
  }

  private static final class Group {
    long awaiting;
    long ready;
    long longestNanos;
    ThreadRef longest = ThreadRef.UNKNOWN;
  }

  boolean isOver() {
    return atNanos >= recording.info().endNanos();
  }

  /** Goes on by so much, or to the end. */
  void advance(long nanos) {
    long from = atNanos;
    atNanos = Math.min(recording.info().endNanos(), atNanos + nanos);
    Map<How, Group> groups = new HashMap<>();
    for (Task task : recording.tasks()) {
      if (task.startNanos() > from && task.startNanos() <= atNanos) {
        tally.accept(new LiveEvent.Started(task.id()));
      }
      advance(task, groups);
      if (task.endNanos() > from
          && task.endNanos() <= atNanos
          && !task.truncation().endIsUnknown()) {
        tally.accept(new LiveEvent.Ended(task.id()));
      }
    }
    looks++;
    groups.forEach(
        (how, group) ->
            tally.accept(
                new LiveEvent.Waiting(
                    looks, how, group.awaiting, group.ready, group.longestNanos, group.longest)));
    if (groups.isEmpty()) {
      tally.accept(
          new LiveEvent.Waiting(
              looks,
              new How(AwaitKind.PARK, false, Awaitable.NONE, 0),
              0,
              0,
              0,
              ThreadRef.UNKNOWN));
    }
    tally.accept(new LiveEvent.Passed(atNanos));
  }

  private void advance(Task task, Map<How, Group> groups) {
    int index = next.getOrDefault(task.id(), 0);
    while (index < task.awaits().size() && ended(task.awaits().get(index))) {
      Await await = task.awaits().get(index);
      tally.accept(
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
    if (index == task.awaits().size()) {
      runs(task, index);
      return;
    }
    Await await = task.awaits().get(index);
    if (await.startNanos() > atNanos) {
      runs(task, index);
      return;
    }
    Group group = groups.computeIfAbsent(how(await), it -> new Group());
    if (!await.isStillSuspended() && await.readyAtNanos() <= atNanos) {
      group.ready++;
    } else {
      group.awaiting++;
    }
    if (atNanos - await.startNanos() >= group.longestNanos) {
      group.longestNanos = atNanos - await.startNanos();
      group.longest = new ThreadRef(task.id(), task.name(), true);
    }
  }

  private boolean ended(Await await) {
    return await.endNanos() <= atNanos && !await.isStillSuspended();
  }

  /** Between two awaits the task is on the carrier that it gives up in the second. */
  private void runs(Task task, int index) {
    if (index == task.awaits().size()
        || task.startNanos() > atNanos
        || !task.awaits().get(index).carrier().isKnown()) {
      return;
    }
    long since = index == 0 ? task.startNanos() : task.awaits().get(index - 1).endNanos();
    tally.accept(
        new LiveEvent.Running(
            task.awaits().get(index).carrier().name(),
            new ThreadRef(task.id(), task.name(), true),
            atNanos - since));
  }

  private How how(Await await) {
    Long number = numbers.get(await.stack());
    if (number == null) {
      number = await.stack().isKnown() ? numbers.size() + 1L : 0L;
      numbers.put(await.stack(), number);
      tally.accept(new LiveEvent.Named(number, await.stack()));
    }
    return new How(await.kind(), await.timeoutNanos() > 0, await.awaitable(), number);
  }
}

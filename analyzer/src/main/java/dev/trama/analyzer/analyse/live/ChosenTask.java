package dev.trama.analyzer.analyse.live;

import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.State;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of the task that the user has chosen: what the program reported of it or, until
 * that arrives, what the last look showed.
 */
final class ChosenTask {
  private final LiveTally tally;
  private final long id;

  ChosenTask(LiveTally tally) {
    this.tally = tally;
    this.id = tally.wanted();
  }

  Optional<LiveView.Chosen> view() {
    if (id == 0) {
      return Optional.empty();
    }
    Optional<LiveEvent.Chosen> told = tally.chosen();
    Optional<LiveEvent.WaitingTask> suspended =
        tally.look().tasks().stream().filter(it -> it.task().id() == id).findFirst();
    if (told.isPresent()) {
      return Optional.of(view(told.get()));
    }
    return Optional.of(suspended.map(this::view).orElseGet(this::unknown));
  }

  private LiveView.Chosen view(LiveEvent.Chosen it) {
    boolean suspended = it.state() == State.AWAITING || it.state() == State.READY;
    String kind = suspended ? tally.kind(it.how(), it.stack()).name() : "";
    return view(
        it.task(),
        it.state(),
        kind,
        it.nanos(),
        it.stack(),
        tally.tasks().ref(it.owner()),
        tally.tasks().ref(it.wokenBy()));
  }

  private LiveView.Chosen view(LiveEvent.WaitingTask it) {
    return view(
        it.task(),
        it.wokenBy() == 0 ? State.AWAITING : State.READY,
        tally.kind(it.how()).name(),
        it.nanos(),
        tally.stack(it.how()),
        tally.tasks().ref(it.owner()),
        tally.tasks().ref(it.wokenBy()));
  }

  private LiveView.Chosen unknown() {
    var running = tally.look().running().stream().filter(it -> it.task().id() == id).findFirst();
    return view(
        running.map(LiveEvent.Running::task).orElse(tally.tasks().ref(id)),
        running.isPresent() ? State.RUNNING : State.GONE,
        "",
        0,
        Stack.NONE,
        ThreadRef.UNKNOWN,
        ThreadRef.UNKNOWN);
  }

  private LiveView.Chosen view(
      ThreadRef task,
      State state,
      String kind,
      long nanos,
      Stack stack,
      ThreadRef owner,
      ThreadRef waker) {
    List<LiveView.Past> past = tally.tasks().past(id).stream().map(this::past).toList();
    return new LiveView.Chosen(
        task,
        tally.entry(task, stack),
        state,
        kind,
        nanos,
        stack,
        owner,
        waker,
        tally.tasks().parent(id),
        tally.tasks().children(id),
        past);
  }

  private LiveView.Past past(LiveEvent.Resumed await) {
    return new LiveView.Past(
        tally.kind(await.how()).name(),
        tally.stack(await.how()).suspensionPoint(),
        await.durationNanos(),
        await.readyNanos(),
        switch (await.waker()) {
          case Waker.ByThread(long waker) -> tally.tasks().name(waker);
          case Waker.Timer ignored -> "timer";
          case Waker.Itself ignored -> "";
          case Waker.Unknown ignored -> "";
        });
  }
}

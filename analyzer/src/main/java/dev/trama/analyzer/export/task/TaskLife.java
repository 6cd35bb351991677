package dev.trama.analyzer.export.task;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Awaits;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Truncation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known of one task so far. */
public final class TaskLife {
  private static final long UNSEEN = Long.MIN_VALUE;

  private final long id;
  private String name = "";
  private Optional<Spawn> spawn = Optional.empty();
  private Optional<Frame> entry = Optional.empty();
  private long startedNanos = UNSEEN;
  private long endedNanos = UNSEEN;
  private Optional<TraceEvent.StillAwaiting> still = Optional.empty();

  /** The awaits of the window that is being read. */
  private final List<Await> pending = new ArrayList<>(4);

  /** Where its slices end so far. */
  private long nowNanos = UNSEEN;

  private long spawnedNanos = UNSEEN;
  private boolean known;
  private ThreadRef resumedOn = ThreadRef.UNKNOWN;
  private final TaskTimes times = new TaskTimes();

  TaskLife(long id) {
    this.id = id;
  }

  void named(String name) {
    if (!name.isEmpty()) {
      this.name = name;
    }
  }

  void awaited(Await await) {
    pending.add(await);
    learnEntry(await);
  }

  void stillAwaiting(TraceEvent.StillAwaiting event) {
    if (still.isEmpty() || still.get().atNanos() <= event.atNanos()) {
      still = Optional.of(event);
    }
    learnEntry(event.await());
  }

  void spawned(Spawn by) {
    spawn = Optional.of(by);
  }

  void started(long atNanos) {
    startedNanos = atNanos;
  }

  void ended(long atNanos) {
    endedNanos = atNanos;
  }

  boolean hasEnded() {
    return endedNanos != UNSEEN;
  }

  boolean hasBegun() {
    return nowNanos != UNSEEN;
  }

  /** The application's entry if any stack tells it, as for the model's tasks. */
  private void learnEntry(Await await) {
    if (entry.filter(TaskLife::isApplications).isPresent()) {
      return;
    }
    Optional<Frame> told = await.stack().entry();
    if (entry.isEmpty() || told.filter(TaskLife::isApplications).isPresent()) {
      entry = told.or(() -> entry);
    }
  }

  private static boolean isApplications(Frame frame) {
    return frame.origin() == Frame.Origin.APPLICATION;
  }

  /** Sets its beginning from the first window that names it. */
  void begin(RecordingSpan whole) {
    pending.sort(Comparator.comparingLong(Await::startNanos).thenComparingLong(Await::endNanos));
    known = startedNanos != UNSEEN || spawn.isPresent();
    long start =
        startedNanos != UNSEEN
            ? startedNanos
            : spawn.map(Spawn::atNanos).orElse(whole.startNanos());
    if (!pending.isEmpty()) {
      start = Math.min(start, pending.getFirst().startNanos());
    }
    long first = start;
    spawnedNanos = spawn.map(Spawn::atNanos).filter(at -> at <= first).orElse(first);
    nowNanos = start;
  }

  /** Lays out the window's events of it. */
  void advance(TaskSink sink) {
    if (nowNanos > spawnedNanos && times.isEmpty()) {
      times.ready(nowNanos - spawnedNanos);
      sink.readyAtSpawn(this, spawnedNanos, nowNanos);
    }
    pending.sort(Comparator.comparingLong(Await::startNanos).thenComparingLong(Await::endNanos));
    pending.forEach(await -> advance(await, sink));
    pending.clear();
  }

  private void advance(Await await, TaskSink sink) {
    ThreadRef carrier = await.carrier().isKnown() ? await.carrier() : resumedOn;
    runUntil(await.startNanos(), carrier, Optional.of(await), sink);
    Await mended =
        await.startNanos() < nowNanos
            ? Awaits.bounded(await, nowNanos, Math.max(nowNanos, await.endNanos()))
            : await;
    times.awaited(mended);
    nowNanos = mended.endNanos();
    resumedOn = await.resumedOn();
    known = true;
    sink.awaited(this, mended);
  }

  private void runUntil(long endNanos, ThreadRef carrier, Optional<Await> next, TaskSink sink) {
    if (endNanos <= nowNanos) {
      return;
    }
    if (known) {
      times.running(endNanos - nowNanos);
      sink.running(this, nowNanos, endNanos, carrier, next);
    } else {
      times.unknown(endNanos - nowNanos);
    }
    nowNanos = endNanos;
  }

  /** Lays out its end. */
  void finish(RecordingSpan whole, TaskSink sink) {
    if (hasEnded()) {
      runUntil(endedNanos, resumedOn, Optional.empty(), sink);
    } else if (isStillSuspended(whole)) {
      Await await = still.get().await();
      long end = Math.max(await.endNanos(), whole.endNanos());
      advance(Awaits.bounded(await, await.startNanos(), end), sink);
    } else if (known && nowNanos >= whole.startNanos()) {
      runUntil(whole.endNanos(), resumedOn, Optional.empty(), sink);
    }
    sink.finished(this);
  }

  /** Counts only when reported in the last chunk and not contradicted by anything later. */
  private boolean isStillSuspended(RecordingSpan whole) {
    return still
        .filter(event -> event.atNanos() >= whole.lastChunkNanos())
        .filter(event -> times.awaits() == 0 || nowNanos <= event.await().startNanos() + 1)
        .isPresent();
  }

  public long id() {
    return id;
  }

  /** Its thread's name; empty when it has none. */
  public String name() {
    return name;
  }

  public Optional<Spawn> spawn() {
    return spawn;
  }

  /** The method in which it began, from its awaits so far. */
  public Optional<Frame> entry() {
    return entry;
  }

  /** The thread's name, or else its entry method; unique only together with the id. */
  public String title() {
    return name.isEmpty() ? entry.map(Frame::label).orElse("task") : name;
  }

  /** When it was spawned, or first seen. */
  public long spawnedNanos() {
    return spawnedNanos;
  }

  /** Where its slices end so far; its end when it is finished. */
  public long endNanos() {
    return nowNanos;
  }

  public Truncation truncation() {
    boolean start = startedNanos != UNSEEN || spawn.isPresent();
    if (start) {
      return hasEnded() ? Truncation.NONE : Truncation.END;
    }
    return hasEnded() ? Truncation.START : Truncation.BOTH;
  }

  public TaskTimes times() {
    return times;
  }
}

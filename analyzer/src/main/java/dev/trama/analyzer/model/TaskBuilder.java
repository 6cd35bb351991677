package dev.trama.analyzer.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers the events of one task, in any order, and corrects impossible times. */
final class TaskBuilder {
  private static final long UNSEEN = Long.MIN_VALUE;
  private static final Comparator<Await> BY_TIME =
      Comparator.comparingLong(Await::startNanos).thenComparingLong(Await::endNanos);

  private final long id;
  private final List<Await> awaits = new ArrayList<>(4);
  private long startNanos = UNSEEN;
  private long endNanos = UNSEEN;
  private Optional<Spawn> spawn = Optional.empty();
  private Optional<TraceEvent.StillAwaiting> last = Optional.empty();
  private boolean stillSuspended;
  private int overlapping;
  private int outsideLife;
  private String name = "";

  TaskBuilder(long id) {
    this.id = id;
  }

  long id() {
    return id;
  }

  /** Whether the events have not called it so before. */
  boolean isNewName(String said) {
    if (said.isEmpty() || said.equals(name)) {
      return false;
    }
    name = said;
    return true;
  }

  void add(Await await) {
    awaits.add(await);
  }

  void add(TraceEvent.StillAwaiting still) {
    if (last.isEmpty() || last.get().atNanos() <= still.atNanos()) {
      last = Optional.of(still);
    }
  }

  void born(Spawn by) {
    spawn = Optional.of(by);
  }

  void started(long atNanos) {
    startNanos = atNanos;
  }

  void ended(long atNanos) {
    endNanos = atNanos;
  }

  int overlapping() {
    return overlapping;
  }

  int outsideLife() {
    return outsideLife;
  }

  /** The owner of the lock that the task still awaits at the end. */
  OptionalLong owner() {
    return stillSuspended && last.get().owner().isKnown()
        ? OptionalLong.of(last.get().owner().id())
        : OptionalLong.empty();
  }

  Task build(String name, RecordingInfo info) {
    boolean tidy = followEachOther();
    if (!tidy) {
      awaits.sort(BY_TIME);
    }
    addStillSuspended(info);
    if (!tidy || stillSuspended) {
      mendOverlaps();
    }
    boolean startSeen = startNanos != UNSEEN;
    boolean endSeen = endNanos != UNSEEN;
    long start = startSeen ? startNanos : spawn.map(Spawn::atNanos).orElse(info.startNanos());
    long end = endSeen ? endNanos : info.endNanos();
    if (!endSeen && isOfBefore(info)) {
      end = awaits.getLast().endNanos();
    }
    if (!awaits.isEmpty()) {
      long first = awaits.getFirst().startNanos();
      long lastEnd = awaits.getLast().endNanos();
      // An await that began before the recording is no anomaly: the task is truncated there.
      outsideLife += startSeen && first < start ? 1 : 0;
      outsideLife += endSeen && lastEnd > end ? 1 : 0;
      start = Math.min(start, first);
      end = Math.max(end, lastEnd);
    }
    return new Task(
        id,
        name,
        entry(),
        spawn,
        start,
        Math.max(start, end),
        Truncation.of(startSeen || spawn.isPresent(), endSeen),
        awaits);
  }

  /** Whether they are in order and do not overlap, which is the usual case. */
  private boolean followEachOther() {
    for (int i = 1; i < awaits.size(); i++) {
      Await before = awaits.get(i - 1);
      if (awaits.get(i).startNanos() < Math.max(before.startNanos(), before.endNanos())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The application's entry if any stack shows it: the first stack may be the server's, waiting for
   * work.
   */
  private Optional<Frame> entry() {
    Optional<Frame> first = Optional.empty();
    for (Await await : awaits) {
      Optional<Frame> entry = await.stack().entry();
      if (entry.isPresent() && entry.get().origin() == Frame.Origin.APPLICATION) {
        return entry;
      }
      first = first.isPresent() ? first : entry;
    }
    return first;
  }

  /** Counts only when reported in the last chunk and not contradicted by anything later. */
  private void addStillSuspended(RecordingInfo info) {
    if (last.isEmpty() || endNanos != UNSEEN || last.get().atNanos() < info.lastChunkNanos()) {
      return;
    }
    Await await = last.get().await();
    boolean resumed = !awaits.isEmpty() && awaits.getLast().endNanos() > await.startNanos() + 1;
    if (!resumed) {
      stillSuspended = true;
      awaits.add(Awaits.still(await, Math.max(await.endNanos(), info.endNanos())));
    }
  }

  /**
   * Whether an event was written late, and is no sign that the task was alive during the recording.
   */
  private boolean isOfBefore(RecordingInfo info) {
    return startNanos == UNSEEN
        && spawn.isEmpty()
        && !awaits.isEmpty()
        && awaits.getLast().endNanos() < info.startNanos();
  }

  private void mendOverlaps() {
    for (int i = 1; i < awaits.size(); i++) {
      long before = awaits.get(i - 1).endNanos();
      if (awaits.get(i).startNanos() < before) {
        overlapping++;
        awaits.set(i, Awaits.from(awaits.get(i), before));
      }
    }
  }
}

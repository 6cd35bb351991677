package dev.trama.analyzer.model;

import java.util.List;
import java.util.Optional;

/**
 * One virtual thread from start to end.
 *
 * @param id Java thread id
 * @param name thread name; empty when it has none
 * @param entry the method in which it began, from the stacks of its awaits
 * @param spawn which thread started it, if that was recorded
 * @param startNanos when it first ran; the start of the recording when truncated there
 * @param endNanos when it ended; the end of the recording when truncated there
 * @param awaits in order of time, none overlapping
 */
public record Task(
    long id,
    String name,
    Optional<Frame> entry,
    Optional<Spawn> spawn,
    long startNanos,
    long endNanos,
    Truncation truncation,
    List<Await> awaits) {

  public Task {
    awaits = List.copyOf(awaits);
  }

  /** The thread's name, or else its entry method; unique only together with the id. */
  public String title() {
    if (!name.isEmpty()) {
      return name;
    }
    return entry.map(Frame::label).orElse("task");
  }

  /** Unique, and what commands take: {@code board-2 #31}. */
  public String titleAndId() {
    return title() + " #" + id;
  }

  /** The entry method, or else the name: what tasks that do the same work have in common. */
  public String entryLabel() {
    return entry.map(Frame::label).orElseGet(() -> name.isEmpty() ? "(unknown entry)" : name);
  }

  public Optional<Await> lastAwait() {
    return awaits.isEmpty() ? Optional.empty() : Optional.of(awaits.getLast());
  }

  /** The await that had not ended when the recording did, whether or not it had been woken. */
  public Optional<Await> suspendedIn() {
    return lastAwait().filter(Await::isStillSuspended);
  }

  /** Its life as a sequence of slices without gaps. */
  public List<Slice> slices() {
    return SliceMachine.slices(this);
  }

  /** Hands over the same slices one by one, without making a list of them. */
  public void eachSlice(SliceSink sink) {
    SliceMachine.walk(this, sink);
  }

  /**
   * The carrier that await {@code i} gave up, or held; for the number after the last, the carrier
   * of its last run. If the await does not have it, it is the one on which the task resumed before.
   */
  public ThreadRef carrierBefore(int i) {
    if (i < awaits.size() && awaits.get(i).carrier().isKnown()) {
      return awaits.get(i).carrier();
    }
    return i > 0 ? awaits.get(i - 1).resumedOn() : ThreadRef.UNKNOWN;
  }

  /** When it was spawned, or else first seen. */
  public long spawnedNanos() {
    return spawn.map(Spawn::atNanos).filter(at -> at <= startNanos).orElse(startNanos);
  }

  public boolean isJdkInternal() {
    return JdkThreads.isInternal(name);
  }

  /** Ids are unique, and comparing awaits would make tasks useless as keys. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Task task && task.id == id;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}

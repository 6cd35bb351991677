package dev.trama.analyzer.export.task;

import dev.trama.analyzer.model.Await;

/** How long a task was in each state. */
public final class TaskTimes {
  private long awaits;
  private long running;
  private long ready;
  private long awaiting;
  private long pinned;
  private long unknown;

  void running(long nanos) {
    running += nanos;
  }

  void ready(long nanos) {
    ready += nanos;
  }

  void unknown(long nanos) {
    unknown += nanos;
  }

  void awaited(Await await) {
    awaits++;
    ready += await.readyNanos();
    if (await.isPinned()) {
      pinned += await.awaitingNanos();
    } else {
      awaiting += await.awaitingNanos();
    }
  }

  boolean isEmpty() {
    return awaits == 0 && runningNanos() + readyNanos() + unknownNanos() == 0;
  }

  public long awaits() {
    return awaits;
  }

  public long runningNanos() {
    return running;
  }

  /** Able to run without a carrier, after its spawn and after awaits. */
  public long readyNanos() {
    return ready;
  }

  public long awaitingNanos() {
    return awaiting;
  }

  public long pinnedNanos() {
    return pinned;
  }

  /** Alive, but the recording does not say what it did. */
  public long unknownNanos() {
    return unknown;
  }
}

package dev.trama.shop;

import java.util.concurrent.locks.LockSupport;

/** Awaited by one thread, which really suspends: it rings only when that is certain. */
final class Bell {
  private volatile Thread waiting;
  private volatile boolean rung;

  /** Suspends once. (A permit to park that is left from before does not end it.) */
  void await() {
    waiting = Thread.currentThread();
    while (!rung) {
      LockSupport.park(this);
    }
  }

  /** Ends {@link #await}, now or when it comes. */
  void ring() {
    while (waiting == null || waiting.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(50_000);
    }
    rung = true;
    LockSupport.unpark(waiting);
  }
}

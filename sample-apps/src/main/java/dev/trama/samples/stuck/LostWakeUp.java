package dev.trama.samples.stuck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A signal for which no task waits is lost. A task that begins to wait after it, without checking
 * first whether the event has already happened, waits for ever.
 */
final class LostWakeUp {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();

  /** Makes the sample's bad luck certain: the signal always comes first. */
  private final CountDownLatch signalled = new CountDownLatch(1);

  void signal() {
    lock.lock();
    try {
      done.signalAll();
    } finally {
      lock.unlock();
    }
    signalled.countDown();
  }

  @SuppressWarnings("WaitNotInLoop") // the mistake this sample is about
  void await() {
    try {
      signalled.await();
      lock.lock();
      try {
        done.await();
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

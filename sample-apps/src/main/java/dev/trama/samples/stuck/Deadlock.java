package dev.trama.samples.stuck;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;

/** Two locks, taken in one order by one task and in the other order by another. */
final class Deadlock {
  private final ReentrantLock accountA = new ReentrantLock();
  private final ReentrantLock accountB = new ReentrantLock();

  /** Makes the sample's bad luck certain: both hold their first lock before they want another. */
  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

  void transferAToB() {
    transfer(accountA, accountB);
  }

  void transferBToA() {
    transfer(accountB, accountA);
  }

  private void transfer(ReentrantLock from, ReentrantLock to) {
    from.lock();
    try {
      awaitTheOther();
      to.lock();
      to.unlock();
    } finally {
      from.unlock();
    }
  }

  private void awaitTheOther() {
    try {
      bothHoldOne.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.trama.samples.stuck;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;

/** Two locks, taken in one order by one task and in the other order by another. */
final class Deadlock {
  private final Account a = new Account();
  private final Account b = new Account();

  /** Makes the sample's bad luck certain: both hold their first lock before they want another. */
  private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

  void transferAToB() {
    transfer(a, b);
  }

  void transferBToA() {
    transfer(b, a);
  }

  private void transfer(Account from, Account to) {
    from.lock.lock();
    try {
      awaitTheOther();
      to.lock.lock();
      try {
        from.balance--;
        to.balance++;
        System.out.println("balances: " + from.balance + " and " + to.balance);
      } finally {
        to.lock.unlock();
      }
    } finally {
      from.lock.unlock();
    }
  }

  private void awaitTheOther() {
    try {
      bothHoldOne.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Account {
    private final ReentrantLock lock = new ReentrantLock();
    private int balance = 100;
  }
}

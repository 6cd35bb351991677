package dev.trama.analyzer.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * For who looks from outside: five tasks that await a lock and three that await a semaphore for as
 * long as the program lives, one that holds the lock and awaits a latch, and one that sleeps again
 * and again. It says when they all do so, and lives until its input ends.
 */
public final class Watched {
  public static final int LOCKED_OUT = 5;
  public static final int GUESTS = 3;

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Semaphore SEATS = new Semaphore(0);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Watched() {}

  public static void main(String[] args) throws Exception {
    List<Thread> tasks = new ArrayList<>();
    tasks.add(Thread.ofVirtual().name("holder").start(Watched::hold));
    awaitSuspended(tasks);
    for (int i = 0; i < LOCKED_OUT; i++) {
      tasks.add(Thread.ofVirtual().name("locked-out-" + i).start(Watched::lock));
    }
    for (int i = 0; i < GUESTS; i++) {
      tasks.add(Thread.ofVirtual().name("guest-" + i).start(Watched::sit));
    }
    awaitSuspended(tasks);
    Thread.ofVirtual().name("ticker").start(Watched::tick);
    System.out.println("suspended");
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }

  private static void awaitSuspended(List<Thread> tasks) throws InterruptedException {
    for (Thread task : tasks) {
      while (task.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  private static void hold() {
    LOCK.lock();
    try {
      NEVER.await(); // => latch
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    } finally {
      LOCK.unlock();
    }
  }

  private static void lock() {
    LOCK.lock();
    try {
      NEVER.countDown();
    } finally {
      LOCK.unlock();
    }
  }

  private static void sit() {
    SEATS.acquireUninterruptibly();
  }

  private static void tick() {
    try {
      while (NEVER.getCount() > 0) {
        Thread.sleep(5);
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

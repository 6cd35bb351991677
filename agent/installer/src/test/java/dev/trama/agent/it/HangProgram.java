package dev.trama.agent.it;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Hangs in several ways, says so, and ends when told to. */
@SuppressWarnings("WaitNotInLoop") // nobody ends these waits
final class HangProgram {
  private static final Object MONITOR = new Object();
  private static final Object NEVER_FREE = new Object();
  private static final ReentrantLock LEFT = new ReentrantLock();
  private static final ReentrantLock RIGHT = new ReentrantLock();

  private HangProgram() {}

  public static void main(String[] args) throws Exception {
    hang("lost-wake-up", Thread.State.WAITING, LockSupport::park);
    hang("long-sleeper", Thread.State.TIMED_WAITING, HangProgram::sleep);
    hang("waiter", Thread.State.WAITING, HangProgram::await);
    hang("consumer", Thread.State.WAITING, HangProgram::consume);
    deadlock();
    deadlockOfMonitors();
    synchronized (NEVER_FREE) {
      hang("enterer", Thread.State.BLOCKED, HangProgram::enter);
      System.out.println("main " + Thread.currentThread().threadId());
      String answer = Step.ask("hung");
      System.exit(Integer.parseInt(answer));
    }
  }

  private static void hang(String name, Thread.State state, Runnable task) {
    Thread thread = Thread.ofVirtual().name(name).start(task);
    Step.awaitState(thread, state);
  }

  private static void sleep() {
    try {
      Thread.sleep(3_600_000);
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void await() {
    synchronized (MONITOR) {
      try {
        MONITOR.wait();
      } catch (InterruptedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private static void consume() {
    var lock = new ReentrantLock();
    Condition notEmpty = lock.newCondition();
    lock.lock();
    notEmpty.awaitUninterruptibly();
  }

  private static void enter() {
    synchronized (NEVER_FREE) {
      throw new AssertionError("entered");
    }
  }

  private static void deadlock() {
    Thread left = Thread.ofVirtual().name("left").unstarted(() -> lock(LEFT, RIGHT));
    Thread right = Thread.ofVirtual().name("right").unstarted(() -> lock(RIGHT, LEFT));
    left.start();
    right.start();
    Step.awaitState(left, Thread.State.WAITING);
    Step.awaitState(right, Thread.State.WAITING);
  }

  private static void deadlockOfMonitors() {
    var first = new Object();
    var second = new Object();
    CountDownLatch both = new CountDownLatch(2);
    Thread inner = Thread.ofVirtual().name("inner").unstarted(() -> enter(first, second, both));
    Thread outer = Thread.ofVirtual().name("outer").unstarted(() -> enter(second, first, both));
    inner.start();
    outer.start();
    Step.awaitState(inner, Thread.State.BLOCKED);
    Step.awaitState(outer, Thread.State.BLOCKED);
  }

  private static void enter(Object mine, Object other, CountDownLatch both) {
    synchronized (mine) {
      both.countDown();
      try {
        both.await();
      } catch (InterruptedException impossible) {
        throw new AssertionError(impossible);
      }
      synchronized (other) {
        throw new AssertionError("entered");
      }
    }
  }

  private static void lock(ReentrantLock mine, ReentrantLock other) {
    mine.lock();
    while (!other.isLocked()) {
      Thread.onSpinWait();
    }
    other.lock();
  }
}

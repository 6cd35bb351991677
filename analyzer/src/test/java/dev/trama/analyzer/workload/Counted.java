package dev.trama.analyzer.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * A program whose awaits are known by construction. Virtual threads only wait for what is certain
 * not to be there yet.
 *
 * <p>{@code sleeper-0..4} sleep 10 times each; {@code thrower} sleeps 10 times and throws 10 balls
 * that {@code catcher} takes; {@code acquirer} awaits a semaphore that is released last; an unnamed
 * task sleeps once: 61 sleeps in all.
 */
public final class Counted {
  static final int SLEEPERS = 5;
  static final int SLEEPS = 10;

  /**
   * Long enough to be a suspension always: the JDK does not park for a sleep that is over by then.
   */
  static final int SLEEP_MILLIS = 30;

  static final int TURNS = 10;

  private Counted() {}

  public static void main(String[] args) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SLEEPERS; i++) {
      threads.add(Thread.ofVirtual().name("sleeper-" + i).start(Counted::sleeper));
    }
    var ball = new LinkedBlockingQueue<Integer>();
    threads.add(Thread.ofVirtual().name("catcher").start(() -> catcher(ball)));
    threads.add(Thread.ofVirtual().name("thrower").start(() -> thrower(ball)));
    var permits = new Semaphore(0);
    var waiting = new CountDownLatch(1);
    threads.add(
        Thread.ofVirtual()
            .name("acquirer")
            .start(
                () -> {
                  waiting.countDown();
                  permits.acquireUninterruptibly();
                }));
    waiting.await();
    for (Thread thread : threads.subList(0, SLEEPERS + 2)) {
      thread.join();
    }
    permits.release();
    for (Thread thread : threads) {
      thread.join();
    }
    Thread.startVirtualThread(Counted::unnamed).join();
  }

  private static void unnamed() {
    pause();
  }

  private static void sleeper() {
    for (int i = 0; i < SLEEPS; i++) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(SLEEP_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void catcher(LinkedBlockingQueue<Integer> ball) {
    try {
      for (int i = 0; i < TURNS; i++) {
        ball.take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void thrower(LinkedBlockingQueue<Integer> ball) {
    for (int i = 0; i < TURNS; i++) {
      pause();
      ball.add(i);
    }
  }
}

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
 * <p>{@code sleeper-0..4}: 10 sleeps of 3 ms each. {@code ping} and {@code pong}: 100 turns over
 * {@code SynchronousQueue}-like hand-overs. {@code waiter}: one monitor wait. {@code holder} and
 * {@code loser}: a contended monitor. {@code yielder}: yields.
 */
public final class Counted {
  static final int SLEEPERS = 5;
  static final int SLEEPS = 10;
  static final int TURNS = 100;

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
    pause(2);
  }

  private static void sleeper() {
    for (int i = 0; i < SLEEPS; i++) {
      pause(3);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
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
      pause(1);
      ball.add(i);
    }
  }
}

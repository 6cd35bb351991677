package dev.trama.analyzer.workload.finding;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A recording of several chunks, with some trouble in each of the first four, and some that reaches
 * over their borders.
 */
public final class Chapters {
  public static final int CHAPTERS = 4;

  private static final ReentrantLock LEDGER = new ReentrantLock();
  private static final ReentrantLock BRIDGE = new ReentrantLock();
  private static final ReentrantLock A = new ReentrantLock();
  private static final ReentrantLock B = new ReentrantLock();
  private static final Semaphore PERMITS = new Semaphore(2);
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final CountDownLatch BOTH_HOLD = new CountDownLatch(2);

  private Chapters() {}

  public static void main(String[] args) throws Exception {
    var forGood = new Tasks();
    Tasks.awaitSuspension(
        List.of(
            forGood.start("forgotten", Chapters::awaitForEver),
            forGood.start("a-then-b", () -> deadlock(A, B)),
            forGood.start("b-then-a", () -> deadlock(B, A))));
    for (int chapter = 0; chapter < CHAPTERS; chapter++) {
      chapter();
    }
  }

  /** Three tasks queue for the bridge before the chunk ends, and get over it in the next one. */
  private static void chapter() throws Exception {
    try (var tasks = new Tasks()) {
      tasks.start(6, "booker", Chapters::book);
      tasks.start(6, "guarded", Chapters::acquire);
      tasks.start("poller", Chapters::poll);
    }
    try (var tasks = new Tasks()) {
      var open = new CountDownLatch(1);
      Tasks.awaitSuspension(List.of(tasks.start("keeper", () -> close(open))));
      Tasks.awaitSuspension(tasks.start(3, "traveller", Chapters::cross));
      Thread.sleep(60);
      Tasks.beginChunk();
      Thread.sleep(60);
      open.countDown();
    }
  }

  private static int book() throws InterruptedException {
    LEDGER.lock(); // => ledger
    try {
      Thread.sleep(10);
    } finally {
      LEDGER.unlock();
    }
    return 1;
  }

  private static int acquire() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      PERMITS.acquire(); // => permits
      try {
        Thread.sleep(10);
      } finally {
        PERMITS.release();
      }
    }
    return 3;
  }

  private static int poll() throws InterruptedException {
    for (int look = 0; look < 25; look++) {
      Thread.sleep(10); // => poll
    }
    return 25;
  }

  private static int close(CountDownLatch open) throws InterruptedException {
    BRIDGE.lock();
    try {
      open.await();
    } finally {
      BRIDGE.unlock();
    }
    return 1;
  }

  private static int cross() throws InterruptedException {
    BRIDGE.lock(); // => bridge
    try {
      Thread.sleep(1);
    } finally {
      BRIDGE.unlock();
    }
    return 1;
  }

  private static int awaitForEver() throws InterruptedException {
    NEVER.await(); // => forgotten
    return 1;
  }

  private static int deadlock(ReentrantLock first, ReentrantLock second) {
    first.lock();
    BOTH_HOLD.countDown();
    while (BOTH_HOLD.getCount() > 0) {
      Thread.onSpinWait();
    }
    second.lock();
    return 1;
  }
}

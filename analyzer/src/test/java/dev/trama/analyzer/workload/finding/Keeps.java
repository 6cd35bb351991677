package dev.trama.analyzer.workload.finding;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a lock while it awaits something slow; or awaits that first, and computes with the lock.
 */
public final class Keeps {
  private static final int TASKS = 3;
  private static final int TURNS = 8;
  private static final int MILLIS = 10;
  private static final ReentrantLock LOCK = new ReentrantLock();

  private Keeps() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start(TASKS, "keeper", Keeps::askWithinTheLock);
      } else {
        tasks.start(TASKS, "careful", Keeps::askBefore);
      }
    }
  }

  private static int askWithinTheLock() throws InterruptedException {
    for (int turn = 0; turn < TURNS; turn++) {
      LOCK.lock(); // => taken
      try {
        Thread.sleep(MILLIS); // => slow
      } finally {
        LOCK.unlock();
      }
    }
    return TURNS;
  }

  private static int askBefore() throws InterruptedException {
    for (int turn = 0; turn < TURNS; turn++) {
      Thread.sleep(MILLIS);
      LOCK.lock();
      try {
        Tasks.spin(MILLIS);
      } finally {
        LOCK.unlock();
      }
    }
    return TURNS;
  }
}

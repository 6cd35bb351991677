package dev.trama.analyzer.workload.finding;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/** Eight tasks and two of what they need: permits of a semaphore, connections in a queue. */
public final class Exhausts {
  private static final int TASKS = 8;
  private static final int RESOURCES = 2;
  private static final int ROUNDS = 3;
  private static final Semaphore PERMITS = new Semaphore(RESOURCES);
  private static final BlockingQueue<Integer> IDLE = new ArrayBlockingQueue<>(RESOURCES);

  private Exhausts() {}

  public static void main(String[] args) throws Exception {
    if (Tasks.isTrouble(args)) {
      for (int i = 0; i < RESOURCES; i++) {
        IDLE.add(i);
      }
      try (var tasks = new Tasks()) {
        tasks.start(TASKS, "guarded", Exhausts::acquire);
        tasks.start(TASKS, "querying", Exhausts::borrow);
      }
    } else {
      HandsOver.work();
    }
  }

  private static int acquire() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      PERMITS.acquire(); // => semaphore
      try {
        Thread.sleep(20);
      } finally {
        PERMITS.release();
      }
    }
    return ROUNDS;
  }

  private static int borrow() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Integer connection = IDLE.take(); // => queue
      try {
        Thread.sleep(20);
      } finally {
        IDLE.add(connection);
      }
    }
    return ROUNDS;
  }
}

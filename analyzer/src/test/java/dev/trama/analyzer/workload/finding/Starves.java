package dev.trama.analyzer.workload.finding;

import java.util.concurrent.locks.ReentrantLock;

/** Tasks that take long because they wait for the only carrier, or because they wait for a lock. */
public final class Starves {
  private static final ReentrantLock LOCK = new ReentrantLock();

  private Starves() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start(10, "busy", Starves::compute);
      } else {
        tasks.start(6, "patient", Starves::queue);
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // the others' turn
  private static int compute() {
    for (int turn = 0; turn < 15; turn++) {
      Tasks.spin(4);
      Thread.yield();
    }
    return 15;
  }

  private static int queue() throws InterruptedException {
    LOCK.lock();
    try {
      Thread.sleep(150);
    } finally {
      LOCK.unlock();
    }
    return 1;
  }
}

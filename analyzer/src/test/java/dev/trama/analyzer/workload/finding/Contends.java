package dev.trama.analyzer.workload.finding;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Holds what others want too: a lock and a monitor, or a read lock, which all may have at once. */
public final class Contends {
  private static final int TASKS = 6;
  private static final Lock LEDGER = new ReentrantLock();
  private static final Lock READING = new ReentrantReadWriteLock().readLock();

  private Contends() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start(TASKS, "booker", Contends::book);
        tasks.start(TASKS, "lister", Contends::list);
      } else {
        tasks.start(TASKS, "reader", Contends::read);
      }
    }
  }

  private static int book() throws InterruptedException {
    LEDGER.lock(); // => lock
    try {
      Thread.sleep(20);
    } finally {
      LEDGER.unlock();
    }
    return 1;
  }

  /** A thread dump too shows who blocks on a monitor one line further. */
  private static int list() throws InterruptedException {
    synchronized (Contends.class) {
      Thread.sleep(20); // => monitor
    }
    return 1;
  }

  private static int read() throws InterruptedException {
    READING.lock();
    try {
      Thread.sleep(100);
    } finally {
      READING.unlock();
    }
    return 1;
  }
}

package dev.trama.samples.locks;

import dev.trama.samples.Tasks;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Six tasks share one ledger, which lets one of them in at a time for 5 ms, ten times each: first
 * guarded by a monitor ({@code synchronized}), then by a {@link ReentrantLock}.
 *
 * <p>From JDK 24 on, a virtual thread that awaits a monitor gives up its carrier as one that awaits
 * a lock does; both cost the same 300 ms. Before, {@code synchronized} pinned: the carriers stood
 * still with the tasks.
 */
public final class Contention {
  private static final int TASKS = 6;
  private static final int ENTRIES = 10;

  private final ReentrantLock lock = new ReentrantLock();

  public static void main(String[] args) throws InterruptedException {
    Contention ledger = new Contention();
    compare("monitor", ledger::writeUnderMonitor);
    compare("lock", ledger::writeUnderLock);
  }

  private static void compare(String guard, Callable<Integer> writer) throws InterruptedException {
    long start = System.nanoTime();
    try (ExecutorService executor = Tasks.named(guard)) {
      executor.invokeAll(Collections.nCopies(TASKS, writer));
    }
    System.out.printf("%-8s %d ms%n", guard, (System.nanoTime() - start) / 1_000_000);
  }

  private int writeUnderMonitor() throws InterruptedException {
    for (int entry = 0; entry < ENTRIES; entry++) {
      synchronized (this) {
        write();
      }
    }
    return ENTRIES;
  }

  private int writeUnderLock() throws InterruptedException {
    for (int entry = 0; entry < ENTRIES; entry++) {
      lock.lock();
      try {
        write();
      } finally {
        lock.unlock();
      }
    }
    return ENTRIES;
  }

  private void write() throws InterruptedException {
    Thread.sleep(5);
  }
}

package dev.trama.agent.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forty threads retry for two permits, and two exchange values. On one carrier the retrying ones
 * may keep the others from running, with the agent and without: a thread that yields goes to its
 * carrier's own queue, which is served before those that another thread or a timer has woken.
 */
final class RetryProgram {
  private static final int RETRYING = 40;
  private static final int RETRIES = 2_000;
  private static final int EXCHANGES = 500;
  private static final long PATIENCE_MICROS = 50;

  private static final AtomicInteger retried = new AtomicInteger();
  private static final AtomicInteger exchanged = new AtomicInteger();

  private RetryProgram() {}

  public static void main(String[] args) throws Exception {
    var permits = new Semaphore(2);
    var exchanger = new Exchanger<Integer>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < RETRYING; i++) {
      threads.add(Thread.ofVirtual().start(() -> retry(permits)));
    }
    threads.add(Thread.ofVirtual().start(() -> exchange(exchanger, 1)));
    threads.add(Thread.ofVirtual().start(() -> exchange(exchanger, 0)));
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("retried " + retried + ", exchanged " + exchanged);
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is what is to be tried
  private static void retry(Semaphore permits) {
    try {
      for (int i = 0; i < RETRIES; i++) {
        boolean acquired = permits.tryAcquire(PATIENCE_MICROS, TimeUnit.MICROSECONDS);
        Thread.yield();
        if (acquired) {
          permits.release();
        }
        retried.incrementAndGet();
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void exchange(Exchanger<Integer> exchanger, int mine) {
    try {
      for (int i = 0; i < EXCHANGES; i++) {
        exchanged.addAndGet(1 - exchanger.exchange(mine));
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

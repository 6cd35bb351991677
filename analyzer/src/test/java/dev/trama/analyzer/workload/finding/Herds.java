package dev.trama.analyzer.workload.finding;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** All are woken at once: for a ticket that one can have, or to go on together. */
public final class Herds {
  private static final int TASKS = 8;
  private static final int ROUNDS = 30;
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Condition TICKETS_LEFT = LOCK.newCondition();
  private static final CyclicBarrier BARRIER = new CyclicBarrier(TASKS);
  private static int tickets;
  private static int left = ROUNDS;

  private Herds() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        sell(tasks.start(TASKS, "buyer", Herds::buy));
      } else {
        tasks.start(TASKS, "runner", Herds::run);
      }
    }
  }

  /** A ticket comes when all buyers wait. */
  private static void sell(List<Thread> buyers) throws InterruptedException {
    for (int round = 0; round < ROUNDS; ) {
      LOCK.lock();
      try {
        if (LOCK.getWaitQueueLength(TICKETS_LEFT) == buyers.size() && tickets == 0) {
          tickets = 1;
          TICKETS_LEFT.signalAll();
          round++;
        }
      } finally {
        LOCK.unlock();
      }
      Thread.sleep(2);
    }
  }

  private static int buy() throws InterruptedException {
    int bought = 0;
    while (true) {
      LOCK.lock();
      try {
        while (tickets == 0 && left > 0) {
          TICKETS_LEFT.await(); // => ticket
        }
        if (left == 0) {
          TICKETS_LEFT.signalAll();
          return bought;
        }
        tickets--;
        left--;
        bought++;
      } finally {
        LOCK.unlock();
      }
      Thread.sleep(1);
    }
  }

  private static int run() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      BARRIER.await();
    }
    return ROUNDS;
  }
}

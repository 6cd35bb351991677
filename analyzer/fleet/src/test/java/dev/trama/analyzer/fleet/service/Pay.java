package dev.trama.analyzer.fleet.service;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Posts to a ledger, one at a time. From version 2 on, that takes three times as long. */
final class Pay implements Service {
  private final ReentrantLock ledger = new ReentrantLock();

  @Override
  public void serve(int version, double scatter) throws InterruptedException {
    authorise(scatter);
    ledger.lock();
    try {
      post(version);
    } finally {
      ledger.unlock();
    }
  }

  private static void authorise(double scatter) throws InterruptedException {
    Thread.sleep(Duration.ofNanos((long) (900_000 * scatter)));
  }

  private static void post(int version) throws InterruptedException {
    Thread.sleep(version < 2 ? 1 : 3);
  }
}

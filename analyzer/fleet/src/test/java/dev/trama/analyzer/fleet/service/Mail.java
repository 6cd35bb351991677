package dev.trama.analyzer.fleet.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Has two connections to send by. Both of its versions are alike. */
final class Mail implements Service {
  private final Semaphore connections = new Semaphore(2);

  @Override
  public void serve(int version, double scatter) throws InterruptedException {
    connections.acquire();
    try {
      deliver(scatter);
    } finally {
      connections.release();
    }
  }

  private static void deliver(double scatter) throws InterruptedException {
    Thread.sleep(Duration.ofNanos((long) (900_000 * scatter)));
  }
}

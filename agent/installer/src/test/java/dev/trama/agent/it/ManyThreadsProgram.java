package dev.trama.agent.it;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Starts very many virtual threads, which are all suspended at one moment, and adds up their
 * results.
 */
final class ManyThreadsProgram {
  private ManyThreadsProgram() {}

  public static void main(String[] args) throws InterruptedException {
    int threads = Integer.parseInt(args[0]);
    var allStarted = new CountDownLatch(1);
    var ended = new CountDownLatch(threads);
    var sum = new AtomicLong();
    for (int i = 0; i < threads; i++) {
      long number = i;
      Thread.startVirtualThread(
          () -> {
            try {
              allStarted.await();
            } catch (InterruptedException impossible) {
              throw new AssertionError(impossible);
            }
            sum.addAndGet(number);
            ended.countDown();
          });
    }
    allStarted.countDown();
    ended.await();
    System.out.println("sum " + sum);
  }
}

package dev.trama.analyzer.workload;

import java.util.concurrent.CountDownLatch;

/** Awaits once, and then ends as told: with an exit status, or only when somebody ends it. */
public final class Ends {
  public static void main(String[] args) throws InterruptedException {
    Thread.ofVirtual().name("sleeper").start(Ends::sleep).join();
    System.out.println("slept");
    if (args[0].equals("never")) {
      new CountDownLatch(1).await();
    }
    System.exit(Integer.parseInt(args[0]));
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

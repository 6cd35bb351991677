package dev.trama.analyzer.workload.finding;

import java.util.concurrent.CountDownLatch;

/** Two thousand tasks: more and more of them to the end, or all at the beginning and none left. */
public final class Floods {
  private static final int WAVES = 63;
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Floods() {}

  public static void main(String[] args) throws Exception {
    if (Tasks.isTrouble(args)) {
      flood();
    } else {
      try (var tasks = new Tasks()) {
        var gate = new CountDownLatch(1);
        tasks.start(WAVES * WAVES / 2, "guest", () -> await(gate));
        Thread.sleep(1_000);
        gate.countDown();
      }
    }
  }

  private static void flood() throws InterruptedException {
    for (int wave = 1; wave <= WAVES; wave++) {
      for (int i = 0; i < wave; i++) {
        accept();
      }
      Thread.sleep(30);
      if (wave % 20 == 0) {
        Tasks.beginChunk();
      }
    }
  }

  private static void accept() {
    Thread.startVirtualThread(Floods::serve); // => accepted
  }

  private static void serve() {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int await(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return 1;
  }
}

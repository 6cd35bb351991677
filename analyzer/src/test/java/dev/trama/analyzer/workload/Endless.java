package dev.trama.analyzer.workload;

import java.util.concurrent.CountDownLatch;

/**
 * Writes more than a small ring recording keeps: {@code elder} starts first and yields for as long
 * as 2,000 others live, who each yield 50 times; {@code sitter} awaits the end all along.
 */
@SuppressWarnings("ThreadPriorityCheck") // yields are the quickest awaits there are
public final class Endless {
  private static final int TASKS = 2_000;
  private static final int YIELDS = 50;

  private Endless() {}

  public static void main(String[] args) throws InterruptedException {
    var over = new CountDownLatch(1);
    Thread sitter = Thread.ofVirtual().name("sitter").start(() -> await(over));
    Thread elder =
        Thread.ofVirtual()
            .name("elder")
            .start(
                () -> {
                  while (over.getCount() > 0) {
                    Thread.yield();
                  }
                });
    for (int i = 0; i < TASKS; i++) {
      Thread.ofVirtual().name("younger-" + i).start(Endless::yieldOften).join();
    }
    over.countDown();
    elder.join();
    sitter.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void yieldOften() {
    for (int i = 0; i < YIELDS; i++) {
      Thread.yield();
    }
  }
}

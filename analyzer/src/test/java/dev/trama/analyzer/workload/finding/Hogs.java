package dev.trama.analyzer.workload.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps the only carrier for long: while others could run, or while they wait for something else.
 */
public final class Hogs {
  private static final int OTHERS = 5;
  private static final int HOGGING_MILLIS = 60;

  private Hogs() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        othersAreReady(tasks);
      } else {
        othersAwait(tasks);
      }
    }
  }

  private static void othersAreReady(Tasks tasks) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ready = new CountDownLatch(1);
    tasks.start("hog", () -> hog(begun, ready));
    begun.await();
    tasks.start(OTHERS, "other", () -> OTHERS);
    ready.countDown();
  }

  /** Let go one by one, so that never two of them could run at once. */
  private static void othersAwait(Tasks tasks) throws InterruptedException {
    List<CountDownLatch> latches = new ArrayList<>();
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      var latch = new CountDownLatch(1);
      latches.add(latch);
      others.add(tasks.start("other-" + i, () -> await(latch)));
      Tasks.awaitSuspension(others);
    }
    var now = new CountDownLatch(0);
    tasks.start("hog", () -> hog(now, now)).join();
    for (int i = 0; i < OTHERS; i++) {
      latches.get(i).countDown();
      others.get(i).join();
    }
  }

  private static int hog(CountDownLatch begun, CountDownLatch ready) {
    begun.countDown();
    while (ready.getCount() > 0) {
      Thread.onSpinWait();
    }
    Tasks.spin(HOGGING_MILLIS);
    return 1;
  }

  private static int await(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return 1;
  }
}

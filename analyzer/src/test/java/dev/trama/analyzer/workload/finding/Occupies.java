package dev.trama.analyzer.workload.finding;

import java.util.concurrent.CountDownLatch;

/**
 * Of two carriers, one is kept by a task that computes and the other by one that is pinned, while
 * others are ready; or one goes on.
 */
public final class Occupies {
  /** Long beside the moment in which a busy machine keeps the carriers from going on. */
  private static final int MILLIS = 1_000;

  private Occupies() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      var others = new CountDownLatch(1);
      var begun = new CountDownLatch(Tasks.isTrouble(args) ? 2 : 1);
      tasks.start("hog", () -> compute(begun, others));
      if (Tasks.isTrouble(args)) {
        tasks.start("loader", () -> load(begun));
      }
      begun.await();
      tasks.start(3, "other", Occupies::sleep);
      others.countDown();
    }
  }

  private static int compute(CountDownLatch begun, CountDownLatch others)
      throws InterruptedException {
    begun.countDown();
    while (others.getCount() > 0 || begun.getCount() > 0) {
      Thread.onSpinWait();
    }
    Tasks.spin(MILLIS);
    Thread.sleep(1); // => computed until
    return 1;
  }

  private static int load(CountDownLatch begun) {
    begun.countDown();
    return Slow.VALUE;
  }

  private static int sleep() throws InterruptedException {
    Thread.sleep(1);
    return 1;
  }

  private static final class Slow {
    static final int VALUE = load();

    private static int load() {
      try {
        Thread.sleep(2 * MILLIS); // => pinned
        return 1;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

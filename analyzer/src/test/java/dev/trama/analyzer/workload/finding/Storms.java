package dev.trama.analyzer.workload.finding;

/** Many yields: of one task that spins, or of many tasks with some each. */
@SuppressWarnings("ThreadPriorityCheck") // yields are what this is about
public final class Storms {
  private Storms() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start("spinner", Storms::spin);
      } else {
        tasks.start(40, "polite", Storms::giveWay);
      }
    }
  }

  private static int spin() {
    for (int turn = 0; turn < 20_000; turn++) {
      Thread.yield(); // => yield
    }
    return 20_000;
  }

  private static int giveWay() {
    for (int turn = 0; turn < 500; turn++) {
      Thread.yield();
    }
    return 500;
  }
}

package dev.trama.analyzer.workload.finding;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tasks that spin on yield for as long as somebody else has not done his work, which they keep him
 * from; or that are all there is. They give up in the end: the JDK serves those that yield first,
 * so that he might never get his turn.
 */
@SuppressWarnings("ThreadPriorityCheck") // yields are what this is about
public final class Crowds {
  private static final int SPINNERS = 20;
  private static final int STEPS = 100;
  private static final int MAX_TURNS = 400;
  private static final AtomicBoolean DONE = new AtomicBoolean();

  private Crowds() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start(SPINNERS, "spinner", Crowds::spinUntilDone);
        tasks.start("worker", Crowds::work);
      } else {
        tasks.start(SPINNERS, "alone", Crowds::spinForAWhile);
      }
    }
  }

  private static int spinUntilDone() {
    int turns = 0;
    while (!DONE.get() && turns < MAX_TURNS) {
      look();
      Thread.yield(); // => yield
      turns++;
    }
    return turns;
  }

  private static int spinForAWhile() {
    for (int turn = 0; turn < STEPS; turn++) {
      look();
      Thread.yield();
    }
    return STEPS;
  }

  /** Whether it may go on, which takes a moment to find out. */
  private static void look() {
    long end = System.nanoTime() + 50_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static int work() throws InterruptedException {
    for (int step = 0; step < STEPS; step++) {
      Thread.sleep(1);
    }
    DONE.set(true);
    return STEPS;
  }
}

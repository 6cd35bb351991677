package dev.trama.analyzer.workload.finding;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two tasks that each hold the lock the other wants; or a row of tasks that wait for each other's
 * locks, at whose head somebody waits for something else. Neither has ended when the program does.
 */
public final class Deadlocks {
  private static final ReentrantLock A = new ReentrantLock();
  private static final ReentrantLock B = new ReentrantLock();
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Deadlocks() {}

  public static void main(String[] args) throws Exception {
    var tasks = new Tasks();
    if (Tasks.isTrouble(args)) {
      var bothHold = new CountDownLatch(2);
      Tasks.awaitSuspension(
          List.of(
              tasks.start("a-then-b", () -> aThenB(bothHold)),
              tasks.start("b-then-a", () -> bThenA(bothHold))));
    } else {
      var none = new CountDownLatch(0);
      List<Thread> head = List.of(tasks.start("head", Deadlocks::holdA));
      Tasks.awaitSuspension(head);
      List<Thread> second = List.of(tasks.start("second", () -> bThenA(none)));
      Tasks.awaitSuspension(second);
      Tasks.awaitSuspension(List.of(tasks.start("third", Deadlocks::takeB)));
    }
    // Long enough suspended for the agent to read their stacks: less is below its threshold.
    Thread.sleep(200);
  }

  private static int aThenB(CountDownLatch bothHold) throws InterruptedException {
    A.lock();
    hold(bothHold);
    B.lock(); // => b
    return 1;
  }

  private static int bThenA(CountDownLatch bothHold) throws InterruptedException {
    B.lock();
    hold(bothHold);
    A.lock(); // => a
    return 1;
  }

  private static void hold(CountDownLatch bothHold) {
    bothHold.countDown();
    while (bothHold.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private static int holdA() throws InterruptedException {
    A.lock();
    NEVER.await();
    return 1;
  }

  private static int takeB() {
    B.lock();
    return 1;
  }
}

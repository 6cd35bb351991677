package dev.trama.analyzer.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Twenty tasks that are all suspended when the program says so, and go on when it is told to: one
 * after the other each awaits once more and ends.
 */
public final class Elders {
  public static final int TASKS = 20;

  private Elders() {}

  public static void main(String[] args) throws Exception {
    List<CountDownLatch> latches = new ArrayList<>();
    List<Thread> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      var latch = new CountDownLatch(1);
      latches.add(latch);
      tasks.add(Thread.ofVirtual().name("elder-" + i).start(() -> live(latch)));
    }
    for (Thread task : tasks) {
      while (task.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
    System.out.println("suspended");
    if (System.in.read() < 0) {
      return;
    }
    for (int i = 0; i < TASKS; i++) {
      latches.get(i).countDown();
      tasks.get(i).join();
    }
    System.out.println("ended");
    System.in.read();
  }

  private static void live(CountDownLatch latch) {
    try {
      latch.await();
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

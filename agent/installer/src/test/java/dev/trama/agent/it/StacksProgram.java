package dev.trama.agent.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Awaits below stacks of every kind: interpreted, compiled and being recompiled while new receivers
 * turn up (which deoptimises), recursion of hundreds of frames, arguments on the stack, and garbage
 * that makes the collector move frozen stacks.
 */
@SuppressWarnings({"UnusedVariable", "WaitNotInLoop"}) // garbage is; nobody notifies
final class StacksProgram {
  static final int TASKS = 32;

  private static final Object MONITOR = new Object();
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final BlockingQueue<Integer> QUEUE = new ArrayBlockingQueue<>(4);
  private static volatile Object garbage;

  private StacksProgram() {}

  /** What is awaited at the bottom. */
  private interface Step {
    void run() throws InterruptedException;
  }

  private static final List<Step> STEPS =
      List.of(
          () -> Thread.sleep(0, 20_000),
          () -> {
            LOCK.lock();
            try {
              LockSupport.parkNanos(5_000);
            } finally {
              LOCK.unlock();
            }
          },
          () -> {
            synchronized (MONITOR) {
              MONITOR.wait(0, 10_000);
            }
          },
          Thread::yield,
          () -> {
            if (QUEUE.offer(1, 10, TimeUnit.MICROSECONDS)) {
              QUEUE.poll(10, TimeUnit.MICROSECONDS);
            }
          },
          new Step() {
            @Override
            public void run() throws InterruptedException {
              Thread.sleep(0, 10_000);
            }
          });

  /** Arguments: rounds a task, greatest depth. */
  public static void main(String[] arguments) throws InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    int depth = Integer.parseInt(arguments[1]);
    List<Thread> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      int seed = i;
      tasks.add(Thread.ofVirtual().start(() -> task(seed, rounds, depth)));
    }
    for (Thread task : tasks) {
      task.join();
    }
    System.out.println("done");
  }

  private static void task(int seed, int rounds, int depth) {
    var random = new Random(seed);
    try {
      for (int round = 0; round < rounds; round++) {
        int kinds = 1 + Math.min(STEPS.size() - 1, round * STEPS.size() / rounds);
        int levels = random.nextInt(8) == 0 ? random.nextInt(depth) : random.nextInt(4);
        descend(STEPS.get(random.nextInt(kinds)), levels, 1, 2.0, 3, 4, 5, 6, 7, 8);
        garbage = new byte[random.nextInt(20_000)];
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** More arguments than registers: compiled callers leave room for them on the stack. */
  private static int descend(
      Step step, int levels, long a, double b, int c, int d, int e, int f, int g, long h)
      throws InterruptedException {
    if (levels == 0) {
      step.run();
      return c;
    }
    garbage = new byte[64];
    return 1 + descend(step, levels - 1, a + 1, b * 2, c, d, e, f, g, h);
  }
}

package dev.trama.analyzer.workload.finding;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that is woken and does not run again for more than a second: its scheduler drops it, while
 * others go on; or another keeps the only carrier. Needs {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED} for a scheduler of its own.
 */
public final class Drops {
  private static final CountDownLatch GO = new CountDownLatch(1);
  private static final int MILLIS = 1_500;

  private Drops() {}

  public static void main(String[] args) throws Exception {
    var tasks = new Tasks();
    if (Tasks.isTrouble(args)) {
      Thread lost = startDropped();
      Tasks.awaitSuspension(List.of(lost));
      GO.countDown();
      var queue = new SynchronousQueue<Integer>();
      Thread taker = tasks.start("taker", () -> take(queue));
      long end = System.nanoTime() + MILLIS * 1_000_000L;
      while (System.nanoTime() < end) {
        Tasks.awaitSuspension(List.of(taker));
        queue.put(1);
        Thread.sleep(10);
      }
    } else {
      Tasks.awaitSuspension(List.of(tasks.start("behind", Drops::waitForGo)));
      var begun = new CountDownLatch(1);
      tasks.start("hog", () -> hog(begun));
      begun.await();
      GO.countDown();
      Thread.sleep(MILLIS);
    }
  }

  /** The first submission starts it; the second, which would let it go on, is forgotten. */
  private static Thread startDropped() throws ReflectiveOperationException {
    var submissions = new AtomicInteger();
    Executor scheduler =
        task -> {
          if (submissions.getAndIncrement() == 0) {
            Thread.ofPlatform().daemon().name("scheduler").start(task);
          }
        };
    Method create =
        Arrays.stream(Class.forName("java.lang.ThreadBuilders").getDeclaredMethods())
            .filter(method -> method.getName().equals("newVirtualThread"))
            .filter(method -> method.getParameterCount() == 4)
            .findFirst()
            .orElseThrow();
    create.setAccessible(true);
    Runnable work = Drops::waitForGo;
    var thread = (Thread) create.invoke(null, scheduler, "dropped", 0, work);
    thread.start();
    return thread;
  }

  private static int waitForGo() {
    try {
      GO.await(); // => woken
      return 1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int take(SynchronousQueue<Integer> queue) throws InterruptedException {
    while (true) {
      queue.take();
    }
  }

  private static int hog(CountDownLatch begun) {
    begun.countDown();
    while (true) {
      Thread.onSpinWait();
    }
  }
}

package dev.trama.analyzer.workload.finding;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Awaits for most of the recording: what nobody will ever complete; or with a time limit, or until
 * the very end.
 */
public final class Sticks {
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final CountDownLatch LAST = new CountDownLatch(1);
  private static final LinkedBlockingQueue<Integer> EMPTY = new LinkedBlockingQueue<>();

  private Sticks() {}

  public static void main(String[] args) throws Exception {
    var tasks = new Tasks();
    List<Thread> waiting =
        Tasks.isTrouble(args)
            ? tasks.start(3, "forgotten", Sticks::awaitForEver)
            : List.of(
                tasks.start("limited", Sticks::awaitForAnHour),
                tasks.start("last", Sticks::awaitTheEnd));
    Tasks.awaitSuspension(waiting);
    long since = ManagementFactory.getRuntimeMXBean().getUptime();
    while (ManagementFactory.getRuntimeMXBean().getUptime() < 3 * since + 1_200) {
      Thread.sleep(50);
    }
    LAST.countDown();
    if (!Tasks.isTrouble(args)) {
      waiting.getLast().join();
    }
  }

  private static int awaitForEver() throws InterruptedException {
    NEVER.await(); // => forgotten
    return 1;
  }

  private static int awaitForAnHour() throws InterruptedException {
    EMPTY.poll(1, TimeUnit.HOURS);
    return 1;
  }

  private static int awaitTheEnd() throws InterruptedException {
    LAST.await();
    return 1;
  }
}

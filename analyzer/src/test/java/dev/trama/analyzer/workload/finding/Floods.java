package dev.trama.analyzer.workload.finding;

import java.lang.management.ManagementFactory;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Two thousand tasks: more and more of them to the end, or all at the beginning and none left. The
 * first way it prints how many there are in the end: more than that on a machine so slow that they
 * would not have grown in each quarter of the recording.
 */
public final class Floods {
  private static final int WAVES = 63;
  private static final int QUARTERS = 4;
  private static final double GROWTH = 1.3;

  /** The recording ends later than the program: writing it takes this many times a chunk's end. */
  private static final int CHUNK_ENDS = 3;

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  /** How many tasks there were from which time on, in milliseconds. */
  private static final NavigableMap<Long, Integer> tasksSince = new TreeMap<>();

  private Floods() {}

  public static void main(String[] args) throws Exception {
    if (Tasks.isTrouble(args)) {
      flood();
    } else {
      try (var tasks = new Tasks()) {
        var gate = new CountDownLatch(1);
        tasks.start(WAVES * WAVES / 2, "guest", () -> await(gate));
        Thread.sleep(1_000);
        gate.countDown();
      }
    }
  }

  private static void flood() throws InterruptedException {
    tasksSince.put(ManagementFactory.getRuntimeMXBean().getStartTime(), 0);
    int tasks = 0;
    long chunkEnd = 0;
    for (int wave = 1; wave <= WAVES || !grewAllTheTime(CHUNK_ENDS * chunkEnd); wave++) {
      for (int i = 0; i < wave; i++) {
        accept();
      }
      tasks += wave;
      tasksSince.put(System.currentTimeMillis(), tasks);
      Thread.sleep(30);
      if (wave % 20 == 0) {
        long before = System.currentTimeMillis();
        Tasks.beginChunk();
        chunkEnd = Math.max(chunkEnd, System.currentTimeMillis() - before);
      }
    }
    System.out.printf("started=%d%nalive=%d%n", tasks, tasks);
  }

  private static boolean grewAllTheTime(long ending) {
    long start = tasksSince.firstKey();
    long lasted = System.currentTimeMillis() + ending - start;
    for (int quarter = 2; quarter <= QUARTERS; quarter++) {
      long end = start + lasted * quarter / QUARTERS;
      int before = tasksSince.floorEntry(end - lasted / QUARTERS).getValue();
      if (tasksSince.floorEntry(end).getValue() < before * GROWTH) {
        return false;
      }
    }
    return true;
  }

  private static void accept() {
    Thread.startVirtualThread(Floods::serve); // => accepted
  }

  private static void serve() {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int await(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return 1;
  }
}

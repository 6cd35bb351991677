package dev.trama.samples.rand;

import dev.trama.samples.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Three tasks draw numbers from 0 to 9 until one is higher than their threshold, and sleep between
 * two draws. The random numbers have fixed seeds, so that each task awaits equally often in every
 * run: the loop is one line of code, and one line of the trace with a count.
 */
public final class Retrying {
  public static void main(String[] args) throws Exception {
    List<Callable<Integer>> tasks =
        List.of(
            new Draw(8, new Random(1), Duration.ofMillis(40))::repeat,
            new Draw(7, new Random(10), Duration.ofMillis(60))::repeat,
            new Draw(6, new Random(3), Duration.ofMillis(80))::repeat);
    try (ExecutorService executor = Tasks.named("draw")) {
      for (Future<Integer> task : executor.invokeAll(tasks)) {
        System.out.println("higher than the threshold after " + task.get() + " draws");
      }
    }
  }

  private record Draw(int threshold, Random random, Duration pause) {
    int repeat() throws InterruptedException {
      int draws = 1;
      while (random.nextInt(10) <= threshold) {
        Thread.sleep(pause);
        draws++;
      }
      return draws;
    }
  }
}

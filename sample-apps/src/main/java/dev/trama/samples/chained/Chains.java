package dev.trama.samples.chained;

import dev.trama.samples.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Within a chain the second part needs the result of the first, so its awaits add up. The chains
 * need nothing of each other, so the whole takes as long as the slowest of them: 400 ms, not 900.
 */
public final class Chains {
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    List<Callable<String>> chains =
        List.of(() -> chain("a", 200, 200), () -> chain("b", 50, 250), () -> chain("c", 150, 50));
    try (ExecutorService executor = Tasks.named("chain")) {
      for (Future<String> chain : executor.invokeAll(chains)) {
        System.out.println(chain.get());
      }
    }
    System.out.println("all chains: " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  private static String chain(String name, int firstMillis, int secondMillis)
      throws InterruptedException {
    String first = firstPart(name, firstMillis);
    return secondPart(first, secondMillis);
  }

  private static String firstPart(String name, int millis) throws InterruptedException {
    Thread.sleep(Duration.ofMillis(millis));
    return name + "1";
  }

  private static String secondPart(String first, int millis) throws InterruptedException {
    Thread.sleep(Duration.ofMillis(millis));
    return first + " => " + first.charAt(0) + "2";
  }
}

package dev.trama.samples.chained;

import dev.trama.samples.Tasks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Within a chain the second part needs the result of the first, so its awaits add up. The chains do
 * not depend on each other, so the whole takes as long as the slowest of them: 400 ms, not 900.
 */
public final class Chains {
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    List<Callable<String>> chains =
        List.of(
            new Chain("a", 200, 200)::follow,
            new Chain("b", 50, 250)::follow,
            new Chain("c", 150, 50)::follow);
    try (ExecutorService executor = Tasks.named("chain")) {
      for (Future<String> chain : executor.invokeAll(chains)) {
        System.out.println(chain.get());
      }
    }
    System.out.println("all chains: " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  private record Chain(String name, int firstMillis, int secondMillis) {
    String follow() throws InterruptedException {
      String first = firstPart();
      return secondPart(first);
    }

    private String firstPart() throws InterruptedException {
      Thread.sleep(firstMillis);
      return name + "1";
    }

    private String secondPart(String first) throws InterruptedException {
      Thread.sleep(secondMillis);
      return first + " => " + name + "2";
    }
  }
}

package dev.trama.samples.parallel;

import dev.trama.samples.Tasks;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The same eight pieces of work, once bound by the processor and once by waiting, on one platform
 * thread, on eight platform threads, and on eight virtual threads.
 *
 * <p>Work that waits gets faster with threads of any kind, on any number of cores: that is
 * concurrency. Work that computes gets faster with cores only: that is parallelism. Run it with one
 * carrier ({@code -Djdk.virtualThreadScheduler.parallelism=1}) and with as many as there are cores:
 * only the computing virtual threads feel the difference.
 */
public final class Arrangements {
  private static final int PIECES = 8;

  public static void main(String[] args) throws InterruptedException {
    System.out.printf("carriers: %s%n", carriers());
    System.out.println("                        computing   waiting");
    compare("one platform thread", Executors.newSingleThreadExecutor(platform("single")));
    compare("eight platform threads", Executors.newFixedThreadPool(PIECES, platform("pool")));
    compare("eight virtual threads", Tasks.named("virtual"));
  }

  private static void compare(String arrangement, ExecutorService executor)
      throws InterruptedException {
    try (executor) {
      long computing = millis(executor, Arrangements::compute);
      long waiting = millis(executor, Arrangements::waitABit);
      System.out.printf("%-22s %7d ms %6d ms%n", arrangement, computing, waiting);
    }
  }

  private static long millis(ExecutorService executor, Callable<Integer> piece)
      throws InterruptedException {
    long start = System.nanoTime();
    executor.invokeAll(Collections.nCopies(PIECES, piece));
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Bound by the processor: counts the primes below forty thousand, the slow way. */
  private static int compute() {
    int primes = 0;
    for (int candidate = 2; candidate < 40_000; candidate++) {
      int divisor = 2;
      while (candidate % divisor != 0) {
        divisor++;
      }
      if (divisor == candidate) {
        primes++;
      }
    }
    return primes;
  }

  /** Bound by something else, here a timer; it might be a disk or a server. */
  private static int waitABit() throws InterruptedException {
    Thread.sleep(100);
    return 0;
  }

  private static ThreadFactory platform(String name) {
    return Thread.ofPlatform().name(name + "-", 1).factory();
  }

  private static String carriers() {
    int processors = Runtime.getRuntime().availableProcessors();
    return System.getProperty(
        "jdk.virtualThreadScheduler.parallelism", processors + " (all cores)");
  }
}

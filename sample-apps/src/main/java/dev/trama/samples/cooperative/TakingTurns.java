package dev.trama.samples.cooperative;

import dev.trama.samples.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * With one carrier ({@code -Djdk.virtualThreadScheduler.parallelism=1}) virtual threads are what
 * other languages' event loops offer: one thing runs at a time, and the next gets its turn when
 * this one suspends. No task can be interrupted. Well-behaved tasks hand over at every yield; then
 * one computes without ever suspending, and all others are late by that time.
 */
public final class TakingTurns {
  public static void main(String[] args) throws Exception {
    try (ExecutorService hosts = Tasks.named("host")) {
      System.out.println("turns: " + hosts.submit(TakingTurns::takeTurns).get());
      System.out.println("longest ticks of 10 ms: " + hosts.submit(TakingTurns::keepTheTurn).get());
    }
  }

  /** Each task says its line and yields: the carrier goes round. */
  private static Queue<String> takeTurns() throws InterruptedException {
    Queue<String> order = new ConcurrentLinkedQueue<>();
    List<Callable<Integer>> speakers =
        List.of(
            new Speaker("a", order)::speak,
            new Speaker("b", order)::speak,
            new Speaker("c", order)::speak);
    try (ExecutorService executor = Tasks.named("speaker")) {
      executor.invokeAll(speakers);
    }
    return order;
  }

  private record Speaker(String line, Queue<String> order) {
    @SuppressWarnings("ThreadPriorityCheck") // to yield is what this sample shows
    int speak() {
      for (int turn = 0; turn < 4; turn++) {
        order.add(line);
        Thread.yield();
      }
      return 4;
    }
  }

  /** Three tasks tick every 10 ms, and a fourth keeps the carrier to itself for 150 ms. */
  private static List<String> keepTheTurn() throws InterruptedException, ExecutionException {
    Callable<Long> ticker = TakingTurns::tick;
    List<String> longest = new ArrayList<>();
    try (ExecutorService tickers = Tasks.named("ticker");
        ExecutorService hogs = Tasks.named("hog")) {
      Future<Long> hog = hogs.submit(TakingTurns::computeWithoutSuspending);
      for (Future<Long> millis : tickers.invokeAll(Collections.nCopies(3, ticker))) {
        longest.add(millis.get() + " ms");
      }
      longest.add("because of one that computed for " + hog.get() + " ms");
    }
    return longest;
  }

  /** Sleeps 10 ms thirty times, and returns how long the longest of these took. */
  private static long tick() throws InterruptedException {
    long longest = 0;
    for (int i = 0; i < 30; i++) {
      long start = System.nanoTime();
      Thread.sleep(10);
      longest = Math.max(longest, System.nanoTime() - start);
    }
    return longest / 1_000_000;
  }

  private static long computeWithoutSuspending() throws InterruptedException {
    Thread.sleep(50);
    long start = System.nanoTime();
    long nanos;
    do {
      nanos = System.nanoTime() - start;
    } while (nanos < 150_000_000);
    Thread.sleep(50);
    return nanos / 1_000_000;
  }
}

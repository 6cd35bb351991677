package dev.trama.samples.cooperative;

import dev.trama.samples.Tasks;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * With one carrier ({@code -Djdk.virtualThreadScheduler.parallelism=1}) virtual threads are what
 * other languages' event loops offer: one thing runs at a time, and the next gets its turn when
 * this one suspends. Nobody can take the turn away. Well-behaved tasks hand over at every yield;
 * then one comes that computes without ever suspending, and all others are late by as much.
 */
public final class TakingTurns {
  public static void main(String[] args) throws Exception {
    takeTurns();
    keepTheTurn();
  }

  /** Each task says its line and yields: the carrier goes round. */
  private static void takeTurns() throws InterruptedException {
    Queue<String> order = new ConcurrentLinkedQueue<>();
    List<Speaker> speakers =
        List.of(new Speaker("a", order), new Speaker("b", order), new Speaker("c", order));
    try (ExecutorService executor = Tasks.named("speaker")) {
      executor.invokeAll(speakers);
    }
    System.out.println("turns: " + String.join(" ", order));
  }

  private record Speaker(String line, Queue<String> order) implements Callable<Integer> {
    @Override
    @SuppressWarnings("ThreadPriorityCheck") // to yield is what this sample shows
    public Integer call() {
      for (int turn = 0; turn < 4; turn++) {
        order.add(line);
        Thread.yield();
      }
      return 4;
    }
  }

  /** Three tasks tick every 10 ms, until one keeps the carrier to itself for 150 ms. */
  private static void keepTheTurn() throws Exception {
    Callable<Long> ticker = TakingTurns::tick;
    try (ExecutorService tickers = Tasks.named("ticker");
        ExecutorService hogs = Tasks.named("hog")) {
      Future<Long> hog = hogs.submit(TakingTurns::hog);
      for (Future<Long> worst : tickers.invokeAll(Collections.nCopies(3, ticker))) {
        System.out.println("a tick of 10 ms took up to " + worst.get() + " ms");
      }
      System.out.println("because a task computed for " + hog.get() + " ms without suspending");
    }
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

  private static long hog() throws InterruptedException {
    Thread.sleep(50);
    long start = System.nanoTime();
    while (System.nanoTime() - start < 150_000_000) {
      Thread.onSpinWait();
    }
    return 150;
  }
}

package dev.trama.samples.count;

import dev.trama.samples.Tasks;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * Counting to two takes 200 ms, nearly all of it asleep. Three who count one after the other take
 * 600 ms; three who count together take 200 ms, because a sleep holds up only the sleeper.
 */
public final class Counting {
  private static final Duration BETWEEN_ONE_AND_TWO = Duration.ofMillis(200);

  public static void main(String[] args) throws InterruptedException {
    long start = System.nanoTime();
    try (ExecutorService tasks = Tasks.named("one-by-one")) {
      tasks.invokeAll(List.of(Counting::countThrice));
    }
    say("one by one: " + millisSince(start) + " ms");

    start = System.nanoTime();
    Callable<String> counter = Counting::count;
    try (ExecutorService tasks = Tasks.named("counter")) {
      tasks.invokeAll(Collections.nCopies(3, counter));
    }
    say("together: " + millisSince(start) + " ms");
  }

  private static String countThrice() throws InterruptedException {
    return count() + count() + count();
  }

  private static String count() throws InterruptedException {
    say("one");
    Thread.sleep(BETWEEN_ONE_AND_TWO);
    say("two");
    return "two";
  }

  private static void say(String text) {
    System.out.println(text);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}

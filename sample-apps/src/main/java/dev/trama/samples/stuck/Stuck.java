package dev.trama.samples.stuck;

import java.time.Duration;
import java.util.List;

/**
 * Three tasks that never end: one missed its signal, two hold what the other wants. A thread dump
 * shows where they are; the recording shows since when, and what they hold and await.
 *
 * <p>The program gives up after a second; virtual threads do not keep a JVM alive.
 */
public final class Stuck {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  public static void main(String[] args) throws InterruptedException {
    LostWakeUp lostWakeUp = new LostWakeUp();
    Deadlock deadlock = new Deadlock();
    List<Thread> tasks =
        List.of(
            Thread.ofVirtual().name("signaller").start(lostWakeUp::signal),
            Thread.ofVirtual().name("sleeping-beauty").start(lostWakeUp::await),
            Thread.ofVirtual().name("transfer-a-to-b").start(deadlock::transferAToB),
            Thread.ofVirtual().name("transfer-b-to-a").start(deadlock::transferBToA));
    long deadline = System.nanoTime() + LIMIT.toNanos();
    for (Thread task : tasks) {
      boolean ended = task.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      System.out.println(task.getName() + (ended ? " ended" : " is stuck"));
    }
  }
}

package dev.trama.analyzer.workload.finding;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sleeps over and over: to look whether a letter has come, or to send one at every turn. */
public final class Polls {
  private static final int TURNS = 50;
  private static final int INTERVAL_MILLIS = 20;
  private static final AtomicInteger LOOKS = new AtomicInteger();
  private static final AtomicBoolean ARRIVED = new AtomicBoolean();

  private Polls() {}

  public static void main(String[] args) throws Exception {
    try (var tasks = new Tasks()) {
      if (Tasks.isTrouble(args)) {
        tasks.start("poller", Polls::poll);
        while (LOOKS.get() < TURNS) {
          Thread.sleep(INTERVAL_MILLIS);
        }
        ARRIVED.set(true);
      } else {
        var post = new SynchronousQueue<Integer>();
        tasks.start("receiver", () -> receive(post));
        tasks.start("sender", () -> send(post));
      }
    }
  }

  private static int poll() throws InterruptedException {
    while (!ARRIVED.get()) {
      LOOKS.incrementAndGet();
      Thread.sleep(INTERVAL_MILLIS); // => poll
    }
    return LOOKS.get();
  }

  /** Whoever comes first wakes the other or awaits it: either way something happens in between. */
  private static int send(SynchronousQueue<Integer> post) throws InterruptedException {
    for (int turn = 0; turn < TURNS; turn++) {
      Thread.sleep(INTERVAL_MILLIS);
      post.put(turn);
    }
    return TURNS;
  }

  private static int receive(SynchronousQueue<Integer> post) throws InterruptedException {
    for (int turn = 0; turn < TURNS; turn++) {
      post.take();
    }
    return TURNS;
  }
}

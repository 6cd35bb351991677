package dev.trama.analyzer.workload.finding;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Queues and semaphores that nobody gives anything back to: consumers of what a producer makes,
 * crawlers that find more to do, and a semaphore that says when.
 */
final class HandsOver {
  private static final int TASKS = 4;
  private static final int ROUNDS = 20;
  private static final int LINKS = 3;
  private static final int DEPTH = 4;
  private static final int END = -1;

  private static final BlockingQueue<Integer> ORDERS = new LinkedBlockingQueue<>();
  private static final BlockingQueue<Integer> PAGES = new LinkedBlockingQueue<>();
  private static final AtomicInteger PAGES_LEFT = new AtomicInteger(1);
  private static final Semaphore BELL = new Semaphore(0);

  private HandsOver() {}

  static void work() throws Exception {
    PAGES.add(DEPTH);
    try (var tasks = new Tasks()) {
      tasks.start(TASKS, "consumer", HandsOver::consume);
      tasks.start("producer", HandsOver::produce);
      tasks.start(TASKS, "crawler", HandsOver::crawl);
      tasks.start(TASKS, "guest", HandsOver::listen);
      tasks.start("ringer", HandsOver::ring);
    }
  }

  /** So many at once that a consumer that has taken one wakes the next consumer. */
  private static int produce() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Thread.sleep(10);
      for (int i = 0; i < TASKS; i++) {
        ORDERS.add(round);
      }
    }
    return ROUNDS;
  }

  private static int consume() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      ORDERS.take();
    }
    return ROUNDS;
  }

  /** A page has as many links as there are crawlers, nearly, until it is deep enough. */
  private static int crawl() throws InterruptedException {
    int crawled = 0;
    for (int depth = PAGES.take(); depth != END; depth = PAGES.take()) {
      Thread.sleep(5);
      crawled++;
      int links = depth == 0 ? 0 : LINKS;
      int left = PAGES_LEFT.addAndGet(links - 1);
      for (int i = 0; i < links; i++) {
        PAGES.add(depth - 1);
      }
      for (int i = 0; left == 0 && i < TASKS; i++) {
        PAGES.add(END);
      }
    }
    return crawled;
  }

  private static int listen() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      BELL.acquire();
    }
    return ROUNDS;
  }

  private static int ring() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Thread.sleep(10);
      BELL.release(TASKS);
    }
    return ROUNDS;
  }
}

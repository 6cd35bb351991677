package dev.trama.analyzer.workload;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the report's tests look at: tasks of several entry methods and kinds of await, in known
 * numbers, some with names that no page should take for more than text.
 */
public final class Stage {
  public static final String MARKUP = "<img src=x onerror=document.title='owned'>";
  public static final String BACKWARDS = "\u202Egnp.exe";
  public static final String BROKEN = "two\nlines\u0007";

  private static final int SLEEPS = 5;
  private static final int SLEEPERS = 4;
  private static final int LETTERS = 20;

  private Stage() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(SLEEPERS + 2 + 3 + 1);
    for (int i = 0; i < SLEEPERS; i++) {
      start("sleeper-" + i, done, Stage::sleeper);
    }
    BlockingQueue<Integer> post = new ArrayBlockingQueue<>(1);
    start("receiver", done, () -> receive(post));
    start("sender", done, () -> send(post));
    ReentrantLock lock = new ReentrantLock();
    for (String name : new String[] {MARKUP, BACKWARDS, BROKEN}) {
      start(name, done, () -> queue(lock));
    }
    CompletableFuture<String> answer = new CompletableFuture<>();
    start("asker", done, () -> answer.join());
    pause();
    answer.complete("yes");
    done.await();
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static void start(String name, CountDownLatch done, Work work) {
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              done.countDown();
            });
  }

  private static void sleeper() throws InterruptedException {
    for (int i = 0; i < SLEEPS; i++) {
      pause();
    }
  }

  private static void receive(BlockingQueue<Integer> post) throws InterruptedException {
    for (int i = 0; i < LETTERS; i++) {
      post.take();
    }
  }

  private static void send(BlockingQueue<Integer> post) throws InterruptedException {
    for (int i = 0; i < LETTERS; i++) {
      pause();
      post.put(i);
    }
  }

  private static void queue(ReentrantLock lock) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      lock.lock();
      try {
        pause();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Long enough to be a suspension always. */
  private static void pause() throws InterruptedException {
    Thread.sleep(20);
  }
}

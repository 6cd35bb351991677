package dev.trama.agent.it;

import java.util.concurrent.Executors;

/** Starts virtual threads in every possible way. */
final class SpawnProgram {
  static final int SUBMITTED = 10;

  private SpawnProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("main " + Thread.currentThread().threadId());
    started("by-builder", Thread.ofVirtual().name("by-builder").unstarted(SpawnProgram::work));
    unnamed();
    Thread parent = Thread.ofVirtual().name("parent").unstarted(SpawnProgram::nested);
    started("parent", parent);
    startedTwice();
    var names = Thread.ofVirtual().name("pooled-", 0).factory();
    try (var executor = Executors.newThreadPerTaskExecutor(names)) {
      for (int i = 0; i < SUBMITTED; i++) {
        executor.execute(SpawnProgram::work);
      }
    }
  }

  private static void work() {}

  private static void unnamed() throws InterruptedException {
    Thread unnamed = Thread.startVirtualThread(SpawnProgram::work);
    System.out.println("unnamed " + unnamed.threadId());
    unnamed.join();
  }

  private static void nested() {
    try {
      started("nested", Thread.ofVirtual().name("nested").unstarted(SpawnProgram::work));
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void startedTwice() throws InterruptedException {
    Thread twice = Thread.ofVirtual().name("twice").unstarted(SpawnProgram::work);
    started("twice", twice);
    try {
      twice.start();
      throw new AssertionError("started twice");
    } catch (IllegalThreadStateException expected) {
      System.out.println("refused " + twice.threadId());
    }
  }

  private static void started(String name, Thread thread) throws InterruptedException {
    System.out.println(name + " " + thread.threadId());
    thread.start();
    thread.join();
  }
}

package dev.trama.agent.it;

import java.util.concurrent.CountDownLatch;

/** One thread initializes a class for as long as another waits for that. */
final class ClassInitializationProgram {
  private static final CountDownLatch INITIALIZING = new CountDownLatch(1);
  private static final CountDownLatch WAITED_FOR = new CountDownLatch(1);

  private ClassInitializationProgram() {}

  private static final class Slow {
    static {
      INITIALIZING.countDown();
      try {
        WAITED_FOR.await();
      } catch (InterruptedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    private Slow() {}

    static void use() {
      // initializes the class
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = Thread.ofVirtual().name("first").start(Slow::use);
    INITIALIZING.await();
    Thread second = Thread.ofVirtual().name("second").start(Slow::use);
    Step.awaitState(second, Thread.State.WAITING);
    WAITED_FOR.countDown();
    first.join();
    second.join();
  }
}

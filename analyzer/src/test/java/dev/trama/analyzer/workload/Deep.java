package dev.trama.analyzer.workload;

/** Suspends below calls that do nothing but call. */
public final class Deep {
  private Deep() {}

  public static void main(String[] args) throws InterruptedException {
    Thread.ofVirtual().name("diver").start(Deep::first).join();
  }

  private static void first() {
    second();
  }

  private static void second() {
    third();
  }

  private static void third() {
    fourth();
  }

  private static void fourth() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.trama.shop;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A class initialiser that awaits: the JVM's own frame below it pins, on every release. */
public final class Pinning extends ClassLoader {
  private static final String SLOW = Pinning.class.getName() + "$Slow";

  /** What the initialiser awaits. */
  public static final AtomicReference<CountDownLatch> AWAITED = new AtomicReference<>();

  private Pinning() {
    super(Pinning.class.getClassLoader());
  }

  /** Makes a thread initialise the class, in a loader of its own, and await meanwhile. */
  static void run() {
    AWAITED.set(new CountDownLatch(1));
    Thread worker = Thread.ofVirtual().name("worker").start(Pinning::initialise);
    Shop.awaitSuspended(worker);
    AWAITED.get().countDown();
    Shop.join(worker);
  }

  private static void initialise() {
    try (var in = Pinning.class.getResourceAsStream("Pinning$Slow.class")) {
      byte[] bytes = in.readAllBytes();
      var loader = new Pinning();
      loader.defineClass(SLOW, bytes, 0, bytes.length);
      Class.forName(SLOW, true, loader);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Initialised by {@link #run}. */
  public static final class Slow {
    static {
      try {
        AWAITED.get().await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Slow() {}
  }
}

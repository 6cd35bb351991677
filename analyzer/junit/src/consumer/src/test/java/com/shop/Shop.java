package com.shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What the tests call: each method suspends its virtual threads in one known way. */
final class Shop {
  private static final Lock TILL = new ReentrantLock();
  private static final Object SHELF = new Object();

  private Shop() {}

  /** A clerk hands something to a customer, who awaits it. */
  static void handOver() {
    var counter = new SynchronousQueue<String>();
    Thread customer = start("customer", counter::take);
    awaitSuspended(customer);
    join(start("clerk", () -> counter.offer("socks")));
    join(customer);
  }

  /** Looks up so many prices, one after the other. */
  static void lookUp(int prices) {
    join(
        start(
            "worker",
            () -> {
              for (int i = 0; i < prices; i++) {
                Price.lookUp();
              }
              return prices;
            }));
  }

  static void countTill() {
    join(
        start(
            "worker",
            () -> {
              TILL.lock();
              try {
                return Price.lookUp();
              } finally {
                TILL.unlock();
              }
            }));
  }

  static void fillShelf() {
    join(
        start(
            "worker",
            () -> {
              synchronized (SHELF) {
                return Price.lookUp();
              }
            }));
  }

  /** Awaits in a class initialiser, which pins: once in a JVM for each of these classes. */
  static void load(String nested) {
    join(start("worker", () -> Class.forName(Shop.class.getName() + "$" + nested)));
  }

  /** Starts a thread that suspends until the latch is open. */
  static void forget(CountDownLatch latch) {
    awaitSuspended(
        start(
            "forgotten",
            () -> {
              latch.await();
              return latch;
            }));
  }

  static final class Price {
    static int lookUp() throws InterruptedException {
      Thread.sleep(1);
      return 3;
    }

    private Price() {}
  }

  static final class Slow {
    static final int PRICE = Shop.priceOf();

    private Slow() {}
  }

  static final class AlsoSlow {
    static final int PRICE = Shop.priceOf();

    private AlsoSlow() {}
  }

  static final class SlowToo {
    static final int PRICE = Shop.priceOf();

    private SlowToo() {}
  }

  private static int priceOf() {
    try {
      return Price.lookUp();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Task {
    Object run() throws Exception;
  }

  private static Thread start(String name, Task task) {
    return Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                task.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static void awaitSuspended(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.trama.shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** What tests call: each method suspends in one known way. */
final class Shop {
  final LinkedBlockingQueue<String> orders = new LinkedBlockingQueue<>();
  final Lock till = new ReentrantLock();
  final Object shelf = new Object();

  /** Awaits one order, which comes when this awaits it. */
  void takeOrder() {
    Thread taker = Thread.ofVirtual().name("taker").start(this::take);
    awaitSuspended(taker);
    orders.add("socks");
    join(taker);
  }

  void take() {
    try {
      orders.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks up so many prices, one after the other. */
  static void priceAll(int items) {
    for (int i = 0; i < items; i++) {
      price();
    }
  }

  static void price() {
    nap();
  }

  static void nap() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Awaits while the till is locked. */
  void countTill() {
    till.lock();
    try {
      nap();
    } finally {
      till.unlock();
    }
  }

  /** Awaits inside of a monitor, which pins before JDK 24. */
  void fillShelf() {
    synchronized (shelf) {
      nap();
    }
  }

  /** Hands something from one thread to the other. */
  static void handOver(String giver) {
    var counter = new SynchronousQueue<String>();
    var customer =
        Thread.ofVirtual()
            .name("customer")
            .start(
                () -> {
                  try {
                    counter.take();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    awaitSuspended(customer);
    var clerk =
        Thread.ofVirtual()
            .name(giver)
            .start(
                () -> {
                  if (!counter.offer("socks")) {
                    throw new IllegalStateException("nobody takes it");
                  }
                });
    join(clerk);
    join(customer);
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void awaitSuspended(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(100_000);
    }
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void run(Runnable task) {
    join(Thread.ofVirtual().name("worker").start(task));
  }
}

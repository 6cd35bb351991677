package dev.trama.agent.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything at once: monitors, locks, waits, conditions, queues, interrupts, time-outs, barriers,
 * futures and joins. The checksum it prints is the same on every run.
 */
@SuppressWarnings("ThreadPriorityCheck") // to yield is what it is for
final class StressProgram {
  private static final int PAIRS = 12;
  private static final int ITEMS = 300;
  private static final int CONTENDERS = 40;
  private static final int ENTERS = 50;
  private static final int INTERRUPTED = 200;
  private static final int BARRIERS = 30;

  private static final AtomicLong CHECKSUM = new AtomicLong();

  private long guarded;

  private StressProgram() {}

  /** What a virtual thread does here: it may be interrupted, which is then an error. */
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    List<Thread> threads = new ArrayList<>();
    monitors(threads);
    locks(threads);
    for (int i = 0; i < PAIRS; i++) {
      pair(threads, new Mailbox());
      pair(threads, new ConditionBox());
      pair(threads, new QueueBox(new ArrayBlockingQueue<>(2)));
      pair(threads, new QueueBox(new SynchronousQueue<>()));
    }
    interrupts(threads);
    barriers(threads);
    semaphores(threads);
    futures(threads);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("checksum " + CHECKSUM.get());
  }

  private static void start(List<Thread> threads, Work work) {
    threads.add(
        Thread.startVirtualThread(
            () -> {
              try {
                work.run();
              } catch (Exception unexpected) {
                System.out.println("unexpected " + unexpected);
              }
            }));
  }

  private static void add(long value) {
    CHECKSUM.addAndGet(value * value + 7 * value);
  }

  private static void monitors(List<Thread> threads) {
    var shared = new StressProgram();
    var done = new CountDownLatch(CONTENDERS);
    for (int i = 0; i < CONTENDERS; i++) {
      start(
          threads,
          () -> {
            for (int n = 0; n < ENTERS; n++) {
              synchronized (shared) {
                shared.guarded++;
                if (n % 10 == 0) {
                  Thread.yield();
                } else if (n % 25 == 1) {
                  Thread.sleep(0, 100_000);
                }
              }
            }
            done.countDown();
          });
    }
    start(
        threads,
        () -> {
          done.await();
          synchronized (shared) {
            add(shared.guarded);
          }
        });
  }

  private static void locks(List<Thread> threads) {
    var shared = new StressProgram();
    var lock = new ReentrantLock();
    var done = new CountDownLatch(CONTENDERS);
    for (int i = 0; i < CONTENDERS; i++) {
      start(
          threads,
          () -> {
            for (int n = 0; n < ENTERS; n++) {
              for (int micros = n + 1; !lock.tryLock(micros, TimeUnit.MICROSECONDS); ) {
                micros *= 2;
              }
              shared.guarded += n;
              lock.unlock();
            }
            done.countDown();
          });
    }
    start(
        threads,
        () -> {
          done.await();
          lock.lock();
          try {
            add(shared.guarded);
          } finally {
            lock.unlock();
          }
        });
  }

  private static void pair(List<Thread> threads, Box box) {
    start(
        threads,
        () -> {
          for (int i = 0; i < ITEMS; i++) {
            box.put(i);
          }
        });
    start(
        threads,
        () -> {
          for (int i = 0; i < ITEMS; i++) {
            add(box.take() + i);
          }
        });
  }

  private static void interrupts(List<Thread> threads) {
    Object monitor = new Object();
    for (int i = 0; i < INTERRUPTED; i++) {
      int way = i;
      Thread sleeper =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      switch (way % 4) {
                        case 0 -> Thread.sleep(3_600_000);
                        case 1 -> new CountDownLatch(1).await();
                        case 2 -> {
                          synchronized (monitor) {
                            monitor.wait();
                          }
                        }
                        default -> {
                          while (!Thread.interrupted()) {
                            LockSupport.park();
                          }
                          throw new InterruptedException();
                        }
                      }
                      System.out.println("not interrupted");
                    } catch (InterruptedException expected) {
                      add(way);
                    }
                  });
      threads.add(sleeper);
      start(threads, sleeper::interrupt);
    }
  }

  private static void barriers(List<Thread> threads) {
    var barrier = new CyclicBarrier(5);
    for (int i = 0; i < barrier.getParties(); i++) {
      start(
          threads,
          () -> {
            for (int n = 0; n < BARRIERS; n++) {
              if (barrier.await() == 0) {
                add(n);
              }
            }
          });
    }
  }

  private static void semaphores(List<Thread> threads) {
    var semaphore = new Semaphore(2);
    for (int i = 0; i < CONTENDERS; i++) {
      int permit = i;
      start(
          threads,
          () -> {
            for (int millis = 1; !semaphore.tryAcquire(millis, TimeUnit.MILLISECONDS); ) {
              millis *= 2; // otherwise they keep each other from running, with or without an agent
            }
            Thread.sleep(0, 50_000);
            semaphore.release();
            add(permit);
          });
    }
  }

  private static void futures(List<Thread> threads) {
    start(
        threads,
        () -> {
          List<Future<Integer>> results = new ArrayList<>();
          try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONTENDERS; i++) {
              int result = i;
              results.add(
                  executor.submit(
                      () -> {
                        Thread.sleep(1);
                        return result;
                      }));
            }
            for (Future<Integer> result : results) {
              add(result.get());
            }
          }
        });
  }

  /** Hands one number at a time from one thread to another. */
  private interface Box {
    void put(int value) throws InterruptedException;

    int take() throws InterruptedException;
  }

  private record QueueBox(BlockingQueue<Integer> queue) implements Box {
    @Override
    public void put(int value) throws InterruptedException {
      for (int millis = 1; !queue.offer(value, millis, TimeUnit.MILLISECONDS); ) {
        millis *= 2;
      }
    }

    @Override
    public int take() throws InterruptedException {
      return queue.take();
    }
  }

  private static final class Mailbox implements Box {
    private int value;
    private boolean full;

    @Override
    public synchronized void put(int value) throws InterruptedException {
      while (full) {
        wait();
      }
      this.value = value;
      full = true;
      notifyAll();
    }

    @Override
    public synchronized int take() throws InterruptedException {
      while (!full) {
        wait(1);
      }
      full = false;
      notifyAll();
      return value;
    }
  }

  private static final class ConditionBox implements Box {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int value;
    private boolean full;

    @Override
    public void put(int value) throws InterruptedException {
      lock.lock();
      try {
        while (full) {
          changed.await();
        }
        this.value = value;
        full = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int take() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!full) {
          changed.awaitNanos(1_000_000);
        }
        full = false;
        changed.signalAll();
        return value;
      } finally {
        lock.unlock();
      }
    }
  }
}

package dev.trama.agent.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Suspends in all ways, in many threads at once, until told to end. Answers each other line after a
 * thousand more steps, with the longest time in which nothing went on since the line before.
 */
final class LoadedProgram {
  private static final int GROUPS = 25;
  private static final int STEPS = 1_000;

  private static final LongAdder steps = new LongAdder();
  private static final ReentrantLock lock = new ReentrantLock();
  private static final Object monitor = new Object();
  private static final Object signal = new Object();
  private static volatile boolean ended;
  private static volatile long longestStall;

  private static long underLock;
  private static long underMonitor;

  private LoadedProgram() {}

  /** One round of something that suspends. */
  private interface Round {
    void run() throws InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    List<Thread> threads = new ArrayList<>();
    var lockRounds = new LongAdder();
    var monitorRounds = new LongAdder();
    for (int i = 0; i < GROUPS; i++) {
      var queue = new SynchronousQueue<Integer>();
      threads.add(repeat(() -> queue.poll(1, java.util.concurrent.TimeUnit.MILLISECONDS)));
      threads.add(repeat(() -> queue.offer(1, 1, java.util.concurrent.TimeUnit.MILLISECONDS)));
      threads.add(repeat(() -> Thread.sleep(1)));
      threads.add(repeat(Thread::yield));
      threads.add(repeat(() -> add(lockRounds)));
      threads.add(repeat(() -> enter(monitorRounds)));
      threads.add(repeat(LoadedProgram::await));
    }
    Thread watch = Thread.ofPlatform().daemon().name("watch").start(LoadedProgram::watch);
    for (String line = Step.ask("loaded"); !line.equals("end"); line = Step.ask(line)) {
      long enough = steps.sum() + STEPS;
      while (steps.sum() < enough) {
        Thread.onSpinWait();
      }
      System.out.println("stall " + line + " " + longestStall / 1_000 + " us");
      longestStall = 0;
    }
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
    watch.join();
    boolean exact = underLock == lockRounds.sum() && underMonitor == monitorRounds.sum();
    System.out.println(exact ? "exact" : "counts differ");
  }

  private static Thread repeat(Round round) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (!ended) {
                  round.run();
                  steps.increment();
                  LockSupport.parkNanos(
                      1_000_000); // otherwise they keep all others from the carriers
                }
              } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
              }
            });
  }

  private static void add(LongAdder rounds) {
    lock.lock();
    try {
      underLock++;
    } finally {
      lock.unlock();
    }
    rounds.increment();
  }

  private static void enter(LongAdder rounds) {
    synchronized (monitor) {
      underMonitor++;
    }
    rounds.increment();
  }

  @SuppressWarnings("WaitNotInLoop") // any wake-up will do
  private static void await() throws InterruptedException {
    synchronized (signal) {
      signal.notify();
      signal.wait(1);
    }
  }

  private static void watch() {
    long last = 0;
    long since = System.nanoTime();
    while (!ended) {
      Thread.onSpinWait();
      long now = steps.sum();
      long nanos = System.nanoTime();
      if (now != last) {
        last = now;
        since = nanos;
      } else {
        longestStall = Math.max(longestStall, nanos - since);
      }
    }
  }
}

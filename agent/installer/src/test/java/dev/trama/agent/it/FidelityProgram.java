package dev.trama.agent.it;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Suspends in every possible way, each way in a thread of its own, a known number of times. */
@SuppressWarnings("ThreadPriorityCheck") // to yield is what it is for
final class FidelityProgram {
  static final int PARKS = 500;
  static final int TIMED_PARKS = 300;
  static final int SLEEPS = 200;
  static final int YIELDS = 500;
  static final int SLEEPS_OF_ZERO = 7;
  static final int MONITOR_ENTERS = 50;
  static final int WAITS_NOTIFIED = 30;
  static final int WAITS_TIMED_OUT = 20;
  static final int WAITS_INTERRUPTED = 10;
  static final int PINNED_PARKS = 20;
  static final int PINNED_TIMED_PARKS = 10;
  static final int PINNED_SLEEPS = 5;
  static final int FUTILE_PARKS = 40;

  private static final Object MONITOR = new Object();

  private FidelityProgram() {}

  public static void main(String[] args) throws InterruptedException {
    parks();
    alone("timed-parker", TIMED_PARKS, () -> LockSupport.parkNanos(200_000));
    alone("sleeper", SLEEPS, () -> sleep(Duration.ofMillis(1)));
    alone("yielder", YIELDS, Thread::yield);
    alone("zero-sleeper", SLEEPS_OF_ZERO, () -> sleep(Duration.ZERO));
    alone("futile-parker", FUTILE_PARKS, FidelityProgram::parkInVain);
    monitorEnters();
    waitsNotified();
    alone("timed-waiter", WAITS_TIMED_OUT, () -> await(2));
    waitsInterrupted();
    pinnedParks();
    Thread.ofVirtual().name("pinned-alone").start(PinnedAlone::enter).join();
  }

  private static void alone(String name, int times, Runnable suspend) throws InterruptedException {
    Thread.ofVirtual().name(name).start(() -> repeat(times, suspend)).join();
  }

  private static void repeat(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }

  private static void parks() throws InterruptedException {
    var resumed = new AtomicInteger();
    Thread parker = Thread.ofVirtual().name("parker").start(() -> park(PARKS, resumed));
    wake(parker, PARKS, resumed);
  }

  private static void park(int times, AtomicInteger resumed) {
    for (int i = 0; i < times; i++) {
      LockSupport.park(MONITOR);
      resumed.incrementAndGet();
    }
  }

  private static void wake(Thread parker, int times, AtomicInteger resumed)
      throws InterruptedException {
    for (int i = 0; i < times; i++) {
      Step.awaitState(parker, Thread.State.WAITING);
      LockSupport.unpark(parker);
      Step.awaitCount(resumed, i + 1);
    }
    parker.join();
  }

  /** Parks that return at once suspend nobody. */
  private static void parkInVain() {
    LockSupport.unpark(Thread.currentThread());
    LockSupport.park();
    LockSupport.parkNanos(0);
    LockSupport.parkNanos(-1);
    Thread.currentThread().interrupt();
    LockSupport.park();
    Thread.interrupted();
    LockSupport.unpark(Thread.currentThread());
    LockSupport.parkNanos(1_000_000_000);
  }

  private static void monitorEnters() throws InterruptedException {
    var entered = new AtomicInteger();
    var turn = new AtomicInteger();
    Thread contender =
        Thread.ofVirtual()
            .name("contender")
            .start(
                () -> {
                  for (int i = 1; i <= MONITOR_ENTERS; i++) {
                    Step.awaitCount(turn, i);
                    synchronized (MONITOR) {
                      entered.incrementAndGet();
                    }
                  }
                });
    for (int i = 1; i <= MONITOR_ENTERS; i++) {
      synchronized (MONITOR) {
        turn.set(i);
        Step.awaitState(contender, Thread.State.BLOCKED);
      }
      Step.awaitCount(entered, i);
    }
    contender.join();
  }

  private static void waitsNotified() throws InterruptedException {
    var resumed = new AtomicInteger();
    Thread waiter =
        Thread.ofVirtual()
            .name("notified-waiter")
            .start(
                () -> {
                  for (int i = 0; i < WAITS_NOTIFIED; i++) {
                    await(0);
                    resumed.incrementAndGet();
                  }
                });
    for (int i = 0; i < WAITS_NOTIFIED; i++) {
      Step.awaitState(waiter, Thread.State.WAITING);
      synchronized (MONITOR) {
        MONITOR.notify();
      }
      Step.awaitCount(resumed, i + 1);
    }
    waiter.join();
  }

  private static void waitsInterrupted() throws InterruptedException {
    var resumed = new AtomicInteger();
    Thread waiter =
        Thread.ofVirtual()
            .name("interrupted-waiter")
            .start(
                () -> {
                  for (int i = 0; i < WAITS_INTERRUPTED; i++) {
                    await(0);
                    Thread.interrupted();
                    resumed.incrementAndGet();
                  }
                });
    for (int i = 0; i < WAITS_INTERRUPTED; i++) {
      Step.awaitState(waiter, Thread.State.WAITING);
      waiter.interrupt();
      Step.awaitCount(resumed, i + 1);
    }
    waiter.join();
  }

  @SuppressWarnings("WaitNotInLoop") // one wait is one await
  private static void await(long millis) {
    synchronized (MONITOR) {
      try {
        MONITOR.wait(millis);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * The JDK leaves a parking permit behind a sleep. The next sleep's first park would return at
   * once by it, and if the thread is then held up for as long as it is to sleep, it never suspends.
   * So the permit is taken away: this park does not suspend.
   */
  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
      if (duration.isPositive()) {
        LockSupport.park();
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void pinnedParks() throws InterruptedException {
    Thread parker = Thread.ofVirtual().name("pinned-parker").start(PinnedParker::enter);
    wake(parker, PINNED_PARKS, Pinned.RESUMED);
  }

  /** The pinned parker's counter: its own class is not available before it is initialised. */
  private static final class Pinned {
    static final AtomicInteger RESUMED = new AtomicInteger();
  }

  /** A thread inside a class initialiser is pinned on every release. */
  private static final class PinnedParker {
    static {
      park(PINNED_PARKS, Pinned.RESUMED);
    }

    static void enter() {}
  }

  private static final class PinnedAlone {
    static {
      repeat(PINNED_TIMED_PARKS, () -> LockSupport.parkNanos(300_000));
      repeat(PINNED_SLEEPS, () -> sleep(Duration.ofMillis(1)));
      repeat(3, Thread::yield); // a pinned thread does not yield
      LockSupport.unpark(Thread.currentThread());
      LockSupport.park(); // nor does it park when a permit is available
    }

    static void enter() {}
  }
}

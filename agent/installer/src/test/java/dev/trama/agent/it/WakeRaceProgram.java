package dev.trama.agent.it;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets unparks race with time-outs. Each round has a waker of its own, whose unpark may end the
 * round's await, come too late and fall between two awaits, or end the next one. Every second round
 * waits for its waker and takes the permit away that it may have left: permits would go on from
 * round to round otherwise, and nobody park. Printed are the times around each await and around
 * each unpark.
 */
final class WakeRaceProgram {
  static final int ROUNDS = 10_000;

  /** On a busy machine a round takes long, and fewer rounds must be enough. */
  private static final int MIN_ROUNDS = 1_000;

  private static final long ENOUGH_NANOS = 8_000_000_000L;

  private static final long TIMEOUT_NANOS = 20_000;
  private static final long MAX_DELAY_NANOS = 160_000;
  private static final int DELAYS = 128;

  private static final Object[] BLOCKERS = new Object[ROUNDS];
  private static final long[] PARKED = new long[ROUNDS];
  private static final long[] RESUMED = new long[ROUNDS];
  private static final Thread[] WAKERS = new Thread[ROUNDS];
  private static final long[] UNPARK = new long[ROUNDS];
  private static final long[] UNPARKED = new long[ROUNDS];

  private static final AtomicInteger DONE = new AtomicInteger();

  private static int rounds;
  private static volatile int ready = -1;
  private static volatile int parks = -1;

  private WakeRaceProgram() {}

  public static void main(String[] args) throws InterruptedException {
    Thread.ofVirtual().name("racer").start(WakeRaceProgram::race).join();
    var truth = new StringBuilder();
    for (int i = 0; i < rounds; i++) {
      WAKERS[i].join();
      truth.append(System.identityHashCode(BLOCKERS[i])).append(' ');
      truth.append(PARKED[i]).append(' ').append(RESUMED[i]).append(' ');
      truth.append(WAKERS[i].threadId()).append(' ');
      truth.append(UNPARK[i]).append(' ').append(UNPARKED[i]).append('\n');
    }
    System.out.print(truth);
  }

  private static void race() {
    Thread racer = Thread.currentThread();
    long enough = System.nanoTime() + ENOUGH_NANOS;
    for (int i = 0; i < ROUNDS && (i < MIN_ROUNDS || System.nanoTime() < enough); i++) {
      rounds++;
      int round = i;
      BLOCKERS[i] = new Object();
      Thread.Builder kind = i % 4 < 2 ? Thread.ofPlatform() : Thread.ofVirtual();
      WAKERS[i] = kind.start(() -> wake(racer, round));
      while (ready < i) {
        Thread.onSpinWait();
      }
      PARKED[i] = System.nanoTime();
      parks = i;
      LockSupport.parkNanos(BLOCKERS[i], TIMEOUT_NANOS);
      RESUMED[i] = System.nanoTime();
      if (i % 2 == 1) {
        Step.awaitCount(DONE, i + 1);
        LockSupport.unpark(racer);
        LockSupport.park();
      }
    }
  }

  private static void wake(Thread racer, int round) {
    ready = round;
    while (parks < round) {
      Thread.onSpinWait();
    }
    long at = System.nanoTime() + (round / 4) % DELAYS * (MAX_DELAY_NANOS / DELAYS);
    while (System.nanoTime() < at) {
      Thread.onSpinWait();
    }
    UNPARK[round] = System.nanoTime();
    LockSupport.unpark(racer);
    UNPARKED[round] = System.nanoTime();
    DONE.incrementAndGet();
  }
}

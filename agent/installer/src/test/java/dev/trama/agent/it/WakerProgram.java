package dev.trama.agent.it;

import java.util.concurrent.locks.LockSupport;

/**
 * Wakes threads in every order in which it can be done, and prints for each await which thread must
 * be named as its waker. There is one carrier, and while the wakers work a hog has it: a woken
 * thread cannot run before the second waker is done, too.
 */
final class WakerProgram {
  static final int ROUNDS = 20;

  private static volatile Thread target;
  private static volatile Thread hog;
  private static volatile boolean hogRuns;
  private static volatile boolean released;

  private WakerProgram() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      permitBeforeThePark();
      Object blocker = park("double-unpark", 0);
      truth(blocker, platform(WakerProgram::unpark));
      platform(WakerProgram::unpark);
      resume();

      blocker = park("interrupt", 0);
      truth(blocker, platform(() -> target.interrupt()));
      resume();

      blocker = park("interrupt-then-unpark", 0);
      truth(blocker, platform(() -> target.interrupt()));
      platform(WakerProgram::unpark);
      resume();

      blocker = park("unpark-then-interrupt", 0);
      truth(blocker, platform(WakerProgram::unpark));
      platform(() -> target.interrupt());
      resume();

      blocker = park("unpark-before-timeout", 3_600_000_000_000L);
      truth(blocker, platform(WakerProgram::unpark));
      resume();
      virtualWaker();
    }
  }

  /** Starts a thread that starts the hog, which gets the carrier when the thread parks. */
  private static Object park(String name, long nanos) {
    Object blocker = new Object();
    hogRuns = false;
    released = false;
    target =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  hog = Thread.ofVirtual().name("hog").start(WakerProgram::hog);
                  if (nanos > 0) {
                    LockSupport.parkNanos(blocker, nanos);
                  } else {
                    LockSupport.park(blocker);
                  }
                });
    while (!hogRuns) {
      Thread.onSpinWait();
    }
    return blocker;
  }

  private static void hog() {
    hogRuns = true;
    while (!released) {
      Thread.onSpinWait();
    }
  }

  private static void resume() throws InterruptedException {
    released = true;
    target.join();
    hog.join();
  }

  private static long platform(Runnable wake) throws InterruptedException {
    Thread waker = Thread.ofPlatform().start(wake);
    waker.join();
    return waker.threadId();
  }

  private static void unpark() {
    LockSupport.unpark(target);
  }

  private static void permitBeforeThePark() throws InterruptedException {
    Thread parker =
        Thread.ofVirtual()
            .name("permit-before-park")
            .start(
                () -> {
                  try {
                    Thread itself = Thread.currentThread();
                    platform(() -> LockSupport.unpark(itself)); // joined: itself an await
                  } catch (InterruptedException impossible) {
                    throw new AssertionError(impossible);
                  }
                  LockSupport.park("the permit");
                });
    parker.join();
  }

  private static void virtualWaker() throws InterruptedException {
    Object blocker = new Object();
    Thread parker =
        Thread.ofVirtual().name("unpark-by-virtual").start(() -> LockSupport.park(blocker));
    Step.awaitState(parker, Thread.State.WAITING);
    Thread waker = Thread.ofVirtual().name("virtual").start(() -> LockSupport.unpark(parker));
    parker.join();
    waker.join();
    truth(blocker, waker.threadId());
  }

  private static void truth(Object blocker, long waker) {
    System.out.println(System.identityHashCode(blocker) + " " + waker);
  }
}

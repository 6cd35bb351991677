package dev.trama.agent.weave;

/**
 * The shape of JDK 21's {@code java.lang.VirtualThread}: a thread does not keep the timeout of its
 * park, monitors pin, and a timeout unparks as any thread does. (The method that starts a thread
 * takes an internal type of the JDK, and is tested on the real class.)
 */
@SuppressWarnings("unused")
class LikeJdk21 extends Thread {
  static final int RUNNING = 2;
  static final int PARKING = 3;
  static final int PARKED = 4;
  static final int PINNED = 5;
  static final int TIMED_PARKING = 6;
  static final int TIMED_PARKED = 7;
  static final int TIMED_PINNED = 8;
  static final int YIELDING = 10;

  volatile int state;
  volatile boolean parkPermit;
  volatile Thread carrierThread = Thread.currentThread();
  int steps;

  void park() {
    state = PARKING;
    try {
      yieldContinuation();
    } finally {
      state = RUNNING;
    }
  }

  boolean yieldContinuation() {
    steps++;
    try {
      return yieldTo(steps);
    } finally {
      parkPermit = false;
    }
  }

  boolean yieldTo(int step) {
    return step > 0;
  }

  void parkNanos(long nanos) {
    state = TIMED_PARKING;
    yieldContinuation();
    state = RUNNING;
  }

  void parkOnCarrierThread(boolean timed, long nanos) {
    state = timed ? TIMED_PINNED : PINNED;
    try {
      if (!parkPermit && timed && nanos > 0) {
        steps++;
      }
    } finally {
      state = RUNNING;
    }
    parkPermit = false;
  }

  void sleepNanos(long nanos) throws InterruptedException {
    long remaining = nanos;
    while (remaining > 0) {
      parkNanos(remaining);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      remaining -= nanos;
    }
  }

  void unpark() {
    if (!getAndSetParkPermit(true) && Thread.currentThread() != this) {
      int s = state;
      if (s == PARKED || s == TIMED_PARKED) {
        state = RUNNING;
      }
    }
  }

  boolean getAndSetParkPermit(boolean permit) {
    boolean before = parkPermit;
    parkPermit = permit;
    return before;
  }

  void afterYield() {
    steps++;
  }

  void runContinuation() {
    if (!compareAndSetState(state, RUNNING)) {
      return;
    }
    steps++;
  }

  boolean compareAndSetState(int expected, int next) {
    boolean same = state == expected;
    state = same ? next : state;
    return same;
  }
}

package dev.trama.agent.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs out of memory, or of stack, in many virtual threads that suspend on the way. */
@SuppressWarnings("ThreadPriorityCheck") // to yield is what it is for
final class ErrorsProgram {
  static final int THREADS = 20;
  static final int LATER_SLEEPS = 50;

  private static final int YIELDING_FRAMES = 100;

  private static final AtomicInteger CAUGHT = new AtomicInteger();

  private static volatile boolean watched;
  private static volatile boolean over;

  private ErrorsProgram() {}

  public static void main(String[] args) throws InterruptedException {
    Runnable failing = args[0].equals("memory") ? ErrorsProgram::exhaust : ErrorsProgram::overflow;
    for (int i = 0; i < THREADS; i++) {
      watched = false;
      over = false;
      Thread.ofVirtual().name("failing").start(() -> untilOver(failing));
      watched = true;
      while (!over) {
        Thread.onSpinWait(); // any other way of waiting allocates, and there may be no memory left
      }
    }
    System.out.println("caught " + CAUGHT);
    Thread.ofVirtual().name("later").start(ErrorsProgram::sleepLater).join();
    System.out.println("done");
  }

  /** Only once the main thread spins: during a start, the error would hit the main thread. */
  private static void untilOver(Runnable failing) {
    while (!watched) {
      Thread.onSpinWait();
    }
    try {
      failing.run();
    } finally {
      over = true;
    }
  }

  /** Keeps all memory that it can get, and suspends while almost none is left. */
  private static void exhaust() {
    List<byte[]> kept = new ArrayList<>();
    try {
      for (int size = 1 << 20; ; ) {
        try {
          kept.add(new byte[size]);
        } catch (OutOfMemoryError full) {
          if (size == 16) {
            throw full;
          }
          size /= 2;
          Thread.yield();
        }
      }
    } catch (OutOfMemoryError expected) {
      kept = null;
      CAUGHT.incrementAndGet();
    }
  }

  /** Finds the depth at which the stack ends, and then suspends in each of the frames before. */
  private static void overflow() {
    int[] deepest = new int[1];
    try {
      recurse(0, Integer.MAX_VALUE, deepest);
    } catch (StackOverflowError expected) {
      try {
        recurse(0, deepest[0] - YIELDING_FRAMES, deepest);
      } catch (StackOverflowError expectedAgain) {
        CAUGHT.incrementAndGet();
      }
    }
  }

  @SuppressWarnings("InfiniteRecursion") // its end is the stack's
  private static int recurse(int depth, int yieldFrom, int[] deepest) {
    deepest[0] = depth;
    if (depth >= yieldFrom) {
      Thread.yield();
    }
    return recurse(depth + 1, yieldFrom, deepest) + 1;
  }

  private static void sleepLater() {
    try {
      for (int i = 0; i < LATER_SLEEPS; i++) {
        Thread.sleep(1);
      }
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

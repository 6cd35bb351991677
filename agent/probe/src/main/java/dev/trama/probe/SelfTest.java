package dev.trama.probe;

/** Lets the installer see that the woven code is reached, before anything is recorded. */
public final class SelfTest {
  static final int SUSPENSION = 1;

  private static volatile Thread subject;
  private static volatile int seen;

  private SelfTest() {}

  /** Begins a test: what {@code thread} does is seen from now on. */
  public static void begin(Thread thread) {
    seen = 0;
    subject = thread;
  }

  /** Ends the test; returns whether the thread's suspension was seen. */
  public static boolean end() {
    subject = null;
    return seen == SUSPENSION;
  }

  static void sees(Thread thread, int what) {
    if (subject == thread) {
      seen = what;
    }
  }
}

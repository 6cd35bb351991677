package dev.trama.probe;

/**
 * Lets the installer see that the woven code is reached. While nothing is recorded the probes
 * report here; otherwise the count of awaits shows it.
 */
public final class SelfTest {
  private static volatile Thread subject;
  private static volatile boolean seen;
  private static long seenBefore;

  private SelfTest() {}

  /** Begins a test of {@code thread}. */
  public static void begin(Thread thread) {
    seen = false;
    seenBefore = Counters.SEEN.sum();
    subject = thread;
  }

  /** Ends the test; returns whether a suspension was seen. */
  public static boolean end() {
    subject = null;
    return seen || Counters.SEEN.sum() > seenBefore;
  }

  /** Called when a thread suspends and nothing is recorded. */
  static void sees(Thread thread) {
    if (subject == thread) {
      seen = true;
    }
  }
}

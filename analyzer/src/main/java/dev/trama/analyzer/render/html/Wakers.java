package dev.trama.analyzer.render.html;

/** The waker of an await, as one number: the page's {@code js/data/recording.js} reads it. */
final class Wakers {
  static final int UNKNOWN = 0;
  static final int TIMER = 1;

  /** The task itself, which stayed runnable. */
  static final int ITSELF = 2;

  private Wakers() {}

  static int task(int number) {
    return 3 + 2 * number;
  }

  static int thread(int number) {
    return 4 + 2 * number;
  }
}

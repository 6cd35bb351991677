package dev.trama.analyzer.render.html;

/** Who ended an await, as one number: the page's {@code js/data/recording.js} reads it. */
final class Wakers {
  static final int UNKNOWN = 0;
  static final int TIMER = 1;

  /** Nobody: it stayed runnable. */
  static final int ITSELF = 2;

  private Wakers() {}

  static int task(int number) {
    return 3 + 2 * number;
  }

  static int thread(int number) {
    return 4 + 2 * number;
  }
}

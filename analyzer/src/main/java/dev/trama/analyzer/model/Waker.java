package dev.trama.analyzer.model;

/** What ended an await. */
public sealed interface Waker {
  /** The thread whose unpark ended it. */
  record ByThread(long id) implements Waker {}

  /** The time limit ran out. */
  record Timer() implements Waker {}

  /** The thread itself: it stayed runnable and only gave others a turn. */
  record Itself() implements Waker {}

  /**
   * Not recorded, or not over yet.
   *
   * @param holder the thread that was seen to hold what was awaited, at some instant of the await;
   *     0 when none was seen
   */
  record Unknown(long holder) implements Waker {}

  Waker TIMER = new Timer();
  Waker ITSELF = new Itself();
  Waker UNKNOWN = new Unknown(0);

  static Waker of(AwaitKind kind, long wakerId, boolean timedOut) {
    if (wakerId != 0) {
      return new ByThread(wakerId);
    }
    if (kind == AwaitKind.YIELD) {
      return ITSELF;
    }
    return timedOut ? TIMER : UNKNOWN;
  }
}

package dev.trama.junit;

import java.time.Duration;

/**
 * Some of a test's awaits, and how many there may be. An await that has not ended yet counts.
 * Counting says what has been until now: what a thread did before it handed over a result, ended,
 * or woke somebody, has been.
 */
public interface AwaitSelection {
  /** Those of a kind; see {@link Awaits#of}. */
  AwaitSelection of(String kind);

  /** Those below code of this type; see {@link Awaits#in(String)}. */
  AwaitSelection in(String type);

  /** Those below code of this class or one nested in it. */
  AwaitSelection in(Class<?> type);

  /** Those ended by this waker; see {@link WokenBy#value}. */
  AwaitSelection wokenBy(String waker);

  /** Those that blocked the carrier. */
  AwaitSelection pinned();

  /**
   * There are exactly so many.
   *
   * @return this, for the next assertion
   * @throws AssertionError if there are not, with the awaits and the test's trace
   */
  AwaitSelection exactly(int times);

  /**
   * There are at most so many.
   *
   * @return this, for the next assertion
   * @throws AssertionError if there are not, with the awaits and the test's trace
   */
  AwaitSelection atMost(int times);

  /**
   * There are at least so many.
   *
   * @return this, for the next assertion
   * @throws AssertionError if there are not, with the awaits and the test's trace
   */
  AwaitSelection atLeast(int times);

  /**
   * There are none.
   *
   * @throws AssertionError if there are, with the awaits and the test's trace
   */
  void none();

  /** How many there are. */
  int count();

  /**
   * How long they took together. No assertion is made of this: it depends on the machine and on
   * what else runs there, and a test that relies on it will fail one day for no other reason.
   */
  Duration total();
}

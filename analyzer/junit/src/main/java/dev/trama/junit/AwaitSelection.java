package dev.trama.junit;

import java.time.Duration;

/**
 * Some of a test's awaits, and how many there may be. An await that has not ended yet counts. A
 * count includes everything so far: all that a thread did before it handed over a result, ended, or
 * woke another thread.
 */
public interface AwaitSelection {
  /** The awaits of a kind; see {@link Awaits#of}. */
  AwaitSelection of(String kind);

  /** The awaits below code of this type; see {@link Awaits#in(String)}. */
  AwaitSelection in(String type);

  /** The awaits below code of this class or of one nested in it. */
  AwaitSelection in(Class<?> type);

  /** The awaits that this waker ended; see {@link WokenBy#value}. */
  AwaitSelection wokenBy(String waker);

  /** The awaits that blocked their carrier. */
  AwaitSelection pinned();

  /**
   * Asserts that there are exactly this many.
   *
   * @return this, for the next assertion
   * @throws AssertionError if there are not, with the awaits and the test's trace
   */
  AwaitSelection exactly(int times);

  /**
   * Asserts that there are at most this many.
   *
   * @return this, for the next assertion
   * @throws AssertionError if there are not, with the awaits and the test's trace
   */
  AwaitSelection atMost(int times);

  /**
   * Asserts that there are at least this many.
   *
   * @return this, for the next assertion
   * @throws AssertionError if there are not, with the awaits and the test's trace
   */
  AwaitSelection atLeast(int times);

  /**
   * Asserts that there are none.
   *
   * @throws AssertionError if there are, with the awaits and the test's trace
   */
  void none();

  /** How many there are so far. */
  int count();

  /**
   * Their total duration so far. There is no assertion on it: it depends on the machine and on what
   * else runs there, and a test that relies on it will fail one day for no other reason.
   */
  Duration total();
}

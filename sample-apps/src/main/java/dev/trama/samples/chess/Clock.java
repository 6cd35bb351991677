package dev.trama.samples.chess;

import java.time.Duration;
import java.util.Locale;

/** The exhibition's time runs faster than real time, so that its hours take a few seconds. */
final class Clock {
  /**
   * One second of the exhibition is 0.4 ms of real time, and the shortest thought is 2 ms: long
   * enough that a late wake-up matters little.
   */
  static final int SPEED = 2_500;

  private Clock() {}

  /** The real time for something that takes this long in the exhibition. */
  static Duration scaled(Duration inExhibition) {
    return inExhibition.dividedBy(SPEED);
  }

  static String describe(Duration ours) {
    return String.format(
        Locale.ROOT,
        "%6.3f s, or %4.1f hours of the exhibition",
        ours.toNanos() / 1e9,
        ours.multipliedBy(SPEED).toMinutes() / 60.0);
  }
}

package dev.trama.samples.chess;

import java.time.Duration;
import java.util.Locale;

/** The exhibition's time runs faster than ours, so that its hours take us a few seconds. */
final class Clock {
  /** One second of the exhibition is 0.2 ms of ours. */
  private static final int SPEED = 5_000;

  private Clock() {}

  /** How long we have to wait for something that takes this long in the exhibition. */
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

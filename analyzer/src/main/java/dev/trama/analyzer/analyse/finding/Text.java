package dev.trama.analyzer.analyse.finding;

import java.util.Locale;

/** Figures inside a finding's sentence. */
final class Text {
  private Text() {}

  /** {@code 1 await}, {@code 3 awaits}. */
  static String times(long count, String noun) {
    return count == 1 ? "1 " + noun : String.format(Locale.ROOT, "%,d %ss", count, noun);
  }

  static String duration(long nanos) {
    if (nanos >= 1_000_000_000) {
      return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
    if (nanos >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
    return String.format(Locale.ROOT, "%.1f us", nanos / 1e3);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", share * 100);
  }
}

package dev.trama.analyzer.analyse.words;

import java.util.Locale;

/** Durations as people write them: three significant figures and a unit. */
public final class Durations {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;

  private Durations() {}

  public static String text(long nanos) {
    if (nanos < 0) {
      return "-" + text(-nanos);
    }
    if (nanos == 0) {
      return "0";
    }
    if (nanos < MICRO) {
      return nanos + " ns";
    }
    if (nanos < 999_500) {
      return threeFigures(nanos, MICRO) + " us";
    }
    if (nanos < 999_500_000) {
      return threeFigures(nanos, MILLI) + " ms";
    }
    if (nanos < 10 * MINUTE) {
      return rounded(nanos, SECOND, 1_000) + " s";
    }
    long minutes = nanos / MINUTE;
    return minutes + " min " + nanos % MINUTE / SECOND + " s";
  }

  /** Rounded to the unit in which parts of a total of {@code scaleNanos} are shown. */
  public static long rounded(long nanos, long scaleNanos) {
    long unit = scaleNanos >= SECOND ? MILLI : scaleNanos >= MILLI ? MICRO : 1;
    return (nanos + unit / 2) / unit * unit;
  }

  /** Without loss down to the unit that {@link #rounded} leaves, so that shown parts add up. */
  public static String exact(long nanos) {
    if (nanos == 0) {
      return "0";
    }
    if (nanos >= SECOND) {
      return decimals(nanos, SECOND) + " s";
    }
    if (nanos >= MILLI) {
      return decimals(nanos, MILLI) + " ms";
    }
    return nanos >= MICRO ? decimals(nanos, MICRO) + " us" : nanos + " ns";
  }

  private static String decimals(long nanos, long unit) {
    String fraction =
        String.format(Locale.ROOT, "%0" + (Long.toString(unit).length() - 1) + "d", nanos % unit);
    return trim(nanos / unit + "." + fraction);
  }

  private static String threeFigures(long nanos, long unit) {
    if (nanos * 100 >= unit * 9_995) {
      return rounded(nanos, unit, 1);
    }
    return rounded(nanos, unit, nanos * 1_000 >= unit * 9_995 ? 10 : 100);
  }

  /** In whole numbers: binary fractions would round halves up at one time and down at another. */
  private static String rounded(long nanos, long unit, long parts) {
    long rounded = (nanos * parts + unit / 2) / unit;
    return parts == 1 ? Long.toString(rounded) : decimals(rounded, parts);
  }

  private static String trim(String decimal) {
    return decimal.contains(".") ? decimal.replaceFirst("\\.?0+$", "") : decimal;
  }
}

package dev.trama.analyzer.analyse.words;

import java.util.Locale;

/** How constants are written where programs read them: {@code still-suspended}. */
public final class Constants {
  private Constants() {}

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

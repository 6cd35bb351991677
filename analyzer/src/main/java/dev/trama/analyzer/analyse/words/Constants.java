package dev.trama.analyzer.analyse.words;

import java.util.Locale;

/** Constants in the form that programs read: {@code still-suspended}. */
public final class Constants {
  private Constants() {}

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

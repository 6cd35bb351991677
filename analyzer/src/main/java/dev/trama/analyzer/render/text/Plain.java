package dev.trama.analyzer.render.text;

/** What a terminal may be given of words that the recorded program, or its user, chose. */
public final class Plain {
  private Plain() {}

  /** The same with a mark in the place of each character that draws nothing or steers. */
  public static String text(String text) {
    var plain = new StringBuilder();
    text.codePoints().map(c -> isPrintable(c) ? c : '�').forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}

package dev.trama.analyzer.render.text;

/** Makes text that the recorded program, or its user, chose safe for a terminal. */
public final class Plain {
  private Plain() {}

  /** The text with a mark in place of each invisible or control character. */
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

package dev.trama.analyzer.render.top;

/** Text in a given number of columns. */
final class TopText {
  private TopText() {}

  static String cut(String text, int width) {
    return text.length() <= width ? text : width <= 0 ? "" : text.substring(0, width - 1) + "…";
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

package dev.trama.analyzer.render.top;

import java.util.ArrayList;
import java.util.List;

/** Text in so many columns. */
final class TopText {
  private TopText() {}

  static String cut(String text, int width) {
    return text.length() <= width ? text : width <= 0 ? "" : text.substring(0, width - 1) + "…";
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Between words, so that no line is longer. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines.stream().map(it -> cut(it, width)).toList();
  }
}

package dev.trama.analyzer.render.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks sentences at blanks. */
final class Wrap {
  private Wrap() {}

  /** At least one line; a word longer than {@code width} stays whole. */
  static List<String> lines(String text, int width) {
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
    return lines;
  }
}

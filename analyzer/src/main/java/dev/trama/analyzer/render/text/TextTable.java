package dev.trama.analyzer.render.text;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as their content, right-aligned where they hold figures. */
final class TextTable {
  private final boolean[] rightAligned;
  private final List<List<String>> rows = new ArrayList<>();

  /** {@code layout} has one letter a column: {@code l} or {@code r}. */
  TextTable(String layout) {
    rightAligned = new boolean[layout.length()];
    for (int i = 0; i < layout.length(); i++) {
      rightAligned[i] = layout.charAt(i) == 'r';
    }
  }

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<String> lines() {
    int[] widths = new int[rightAligned.length];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      if (widths[i] == 0) {
        continue;
      }
      String cell = row.get(i);
      String padding = " ".repeat(widths[i] - cell.length());
      line.append(line.isEmpty() ? "" : "  ");
      line.append(rightAligned[i] ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }
}

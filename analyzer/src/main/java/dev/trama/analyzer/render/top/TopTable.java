package dev.trama.analyzer.render.top;

import java.util.ArrayList;
import java.util.List;

/** Draws a table into a given number of lines, which always include the selected row. */
final class TopTable {
  private static final int WIDE = 120;

  private final TopInk ink;
  private final int width;
  private final List<TopColumn> columns;

  TopTable(TopInk ink, int width, TopState.Tab tab) {
    this.ink = ink;
    this.width = width;
    this.columns =
        TopTables.columns(tab).stream().filter(it -> width >= WIDE || !it.wide()).toList();
  }

  /** The head, and the rows that fit below it. */
  List<String> lines(List<TopRow> rows, TopState state, TopState.Tab tab, int height) {
    List<String> lines = new ArrayList<>();
    lines.add(ink.head(TopText.pad(head(state.sort()), width)));
    int selected = state.selectedOf(rows);
    int first = Math.max(0, selected - Math.max(0, height - 2));
    List<TopColumn> all = TopTables.columns(tab);
    for (int i = first; i < rows.size() && lines.size() < height; i++) {
      lines.add(row(all, rows.get(i), i == selected));
    }
    if (rows.isEmpty()) {
      lines.add(ink.faint(state.filter().isEmpty() ? "none" : "no row contains that"));
    }
    return lines;
  }

  private String head(TopState.Sort sort) {
    var line = new StringBuilder();
    for (TopColumn column : columns) {
      boolean sorted = column.sort().filter(sort::equals).isPresent();
      String name = sorted ? column.name() + "▾" : column.name();
      line.append(column.fit(name, rest(line))).append(' ');
    }
    return TopText.cut(line.toString().stripTrailing(), width);
  }

  private String row(List<TopColumn> all, TopRow row, boolean selected) {
    var plain = new StringBuilder();
    var painted = new StringBuilder();
    for (TopColumn column : columns) {
      if (plain.length() >= width) {
        break;
      }
      String cell = column.fit(row.cells().get(all.indexOf(column)), rest(plain));
      plain.append(cell).append(' ');
      painted.append(column.kind() ? kind(row, cell) : cell).append(' ');
    }
    return selected
        ? ink.selected(TopText.pad(plain.toString().stripTrailing(), width))
        : painted.toString().stripTrailing();
  }

  private String kind(TopRow row, String cell) {
    return row.category().map(it -> ink.kind(it, cell)).orElseGet(() -> ink.ready(cell));
  }

  private int rest(StringBuilder line) {
    return Math.max(0, width - line.length());
  }
}

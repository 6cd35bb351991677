package dev.trama.analyzer.render.text;

import dev.trama.analyzer.export.sql.Cells;
import dev.trama.analyzer.export.sql.NamedQuery;
import dev.trama.analyzer.export.sql.SqlResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A query's rows as a table of at most {@value #WIDTH} columns of characters. */
public final class ResultText {
  private static final int WIDTH = 100;
  private static final int NARROWEST = 8;

  private ResultText() {}

  /**
   * @param most rows; 0 for all
   */
  public static void write(SqlResult result, int most, PrintWriter out) {
    lines(result.columns(), result.next(most)).forEach(out::println);
    if (result.rows().hasNext()) {
      out.println("… more; --limit 0 shows all");
    }
  }

  static List<String> lines(List<String> columns, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return List.of("No rows.");
    }
    var layout = new StringBuilder();
    List<List<String>> byColumn = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      boolean figures =
          rows.stream().map(row -> row.get(column)).allMatch(v -> v == null || v instanceof Number);
      layout.append(figures ? 'r' : 'l');
      List<String> cells = new ArrayList<>();
      cells.add(Cells.header(columns.get(i)));
      rows.forEach(row -> cells.add(Cells.text(columns.get(column), row.get(column))));
      byColumn.add(cells);
    }
    fit(byColumn);
    var table = new TextTable(layout.toString());
    for (int row = 0; row <= rows.size(); row++) {
      int r = row;
      table.row(byColumn.stream().map(cells -> cells.get(r)).toArray(String[]::new));
    }
    return table.lines();
  }

  /** Cuts the widest column repeatedly until the line fits or nothing can be cut. */
  private static void fit(List<List<String>> columns) {
    int[] widths =
        columns.stream()
            .mapToInt(cells -> cells.stream().mapToInt(String::length).max().orElse(0))
            .toArray();
    int total = 2 * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    while (total > WIDTH) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
      total--;
    }
    for (int i = 0; i < widths.length; i++) {
      int width = widths[i];
      columns.get(i).replaceAll(cell -> cut(cell, width));
    }
  }

  /**
   * The end of a qualified name says more than its beginning; with a sentence it is the other way
   * round.
   */
  private static String cut(String cell, int width) {
    if (cell.length() <= width) {
      return cell;
    }
    return cell.contains(" ")
        ? cell.substring(0, width - 1) + "…"
        : "…" + cell.substring(cell.length() - width + 1);
  }

  /** The named queries, a paragraph each. */
  public static List<String> shelf(List<NamedQuery> queries) {
    List<String> lines = new ArrayList<>();
    int width = queries.stream().mapToInt(q -> q.name().length()).max().orElse(0);
    for (NamedQuery query : queries) {
      String name = query.name() + " ".repeat(width - query.name().length());
      for (String part : Wrap.lines(query.description(), WIDTH - width - 2)) {
        lines.add(name + "  " + part);
        name = " ".repeat(width);
      }
    }
    return lines;
  }
}

package dev.trama.analyzer.render.text;

import dev.trama.analyzer.export.sql.SqlResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** A query's rows as comma-separated values (RFC 4180), with a header. */
public final class ResultCsv {
  private ResultCsv() {}

  /**
   * @param most rows; 0 for all
   */
  public static void write(SqlResult result, int most, PrintWriter out) {
    line(result.columns(), out);
    var rows = result.rows();
    for (int i = 0; rows.hasNext() && (most == 0 || i < most); i++) {
      line(rows.next(), out);
    }
  }

  private static void line(List<?> cells, PrintWriter out) {
    out.print(cells.stream().map(ResultCsv::cell).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

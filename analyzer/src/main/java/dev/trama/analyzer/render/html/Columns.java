package dev.trama.analyzer.render.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named columns of a page, in the order in which they are written. */
final class Columns {
  private final Map<String, Column> columns = new LinkedHashMap<>();

  Column get(String name) {
    return columns.computeIfAbsent(name, ignored -> new Column());
  }

  /**
   * What a reader needs to find each column: its name, how many numbers it has, and its size in
   * bytes.
   */
  List<Map<String, Object>> directory() {
    return columns.entrySet().stream()
        .map(
            column ->
                Map.<String, Object>of(
                    "name", column.getKey(),
                    "count", column.getValue().count(),
                    "bytes", column.getValue().size()))
        .toList();
  }

  void writeTo(OutputStream out) throws IOException {
    for (Column column : columns.values()) {
      column.writeTo(out);
    }
  }
}

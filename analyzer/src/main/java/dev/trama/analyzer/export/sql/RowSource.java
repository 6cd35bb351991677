package dev.trama.analyzer.export.sql;

import dev.trama.analyzer.export.table.RowSink;
import dev.trama.analyzer.export.table.Table;
import java.util.Set;

/** Something that can be laid out as rows, such as a recording. */
@FunctionalInterface
public interface RowSource {
  /** Called once. */
  void writeTo(RowSink sink);

  /** The same with the rows of these tables only. */
  default RowSource only(Set<Table> tables) {
    return sink ->
        writeTo(
            (table, values) -> {
              if (tables.contains(table)) {
                sink.row(table, values);
              }
            });
  }
}

package dev.trama.analyzer.export.sql;

import dev.trama.analyzer.export.table.RowSink;

/** Something that can be laid out as rows, such as a recording. */
@FunctionalInterface
public interface RowSource {
  /** Called once. */
  void writeTo(RowSink sink);
}

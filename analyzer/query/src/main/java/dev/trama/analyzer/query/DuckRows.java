package dev.trama.analyzer.query;

import dev.trama.analyzer.export.table.RowSink;
import dev.trama.analyzer.export.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends rows, which DuckDB gathers to batches. */
final class DuckRows implements RowSink, AutoCloseable {
  private final Map<Table, DuckDBAppender> appenders = new EnumMap<>(Table.class);

  DuckRows(Duck duck) throws SQLException {
    for (Table table : Table.values()) {
      appenders.put(
          table,
          duck.connection().createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.sqlName()));
    }
  }

  @Override
  public void row(Table table, Object... values) {
    DuckDBAppender appender = appenders.get(table);
    try {
      appender.beginRow();
      for (Object value : values) {
        switch (value) {
          case Long number -> appender.append(number.longValue());
          case String text -> appender.append(text);
          case Boolean flag -> appender.append(flag.booleanValue());
          default -> throw new IllegalArgumentException("no column can hold " + value);
        }
      }
      appender.endRow();
    } catch (SQLException e) {
      throw Duck.error(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (DuckDBAppender appender : appenders.values()) {
      appender.close();
    }
  }
}

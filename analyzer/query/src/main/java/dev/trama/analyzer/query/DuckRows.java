package dev.trama.analyzer.query;

import dev.trama.analyzer.export.table.RowSink;
import dev.trama.analyzer.export.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Appends rows, which DuckDB gathers into batches. They come from several threads in turn; DuckDB
 * has to be told which.
 */
final class DuckRows implements RowSink, AutoCloseable {
  private final Map<Table, DuckDBAppender> appenders = new EnumMap<>(Table.class);
  private final List<String> folders;
  private final Map<Table, Lock> locks = new EnumMap<>(Table.class);

  /**
   * @param folders values that end every row
   */
  DuckRows(Duck duck, List<String> folders) throws SQLException {
    this.folders = folders;
    for (Table table : Table.values()) {
      DuckDBAppender appender =
          duck.connection().createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.sqlName());
      appenders.put(table, appender);
      locks.put(table, appender.unsafeBreakThreadConfinement());
    }
  }

  @Override
  public void row(Table table, Object... values) {
    DuckDBAppender appender = appenders.get(table);
    Lock lock = locks.get(table);
    lock.lock();
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
      for (String folder : folders) {
        appender.append(folder);
      }
      appender.endRow();
    } catch (SQLException e) {
      throw Duck.error(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    for (DuckDBAppender appender : appenders.values()) {
      appender.close();
    }
  }
}

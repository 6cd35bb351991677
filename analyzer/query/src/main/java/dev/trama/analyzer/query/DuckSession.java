package dev.trama.analyzer.query;

import dev.trama.analyzer.export.sql.SqlResult;
import dev.trama.analyzer.export.sql.SqlSession;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Queries of one database; a result is streamed. */
final class DuckSession implements SqlSession {
  private final Duck duck;

  DuckSession(Duck duck) {
    this.duck = duck;
  }

  @Override
  public SqlResult query(String sql) {
    try {
      Statement statement = duck.connection().createStatement();
      statement.closeOnCompletion();
      ResultSet rows = statement.executeQuery(sql);
      ResultSetMetaData columns = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      return new SqlResult(names, new Rows(rows, names.size()));
    } catch (SQLException e) {
      throw Duck.error(e);
    }
  }

  @Override
  public void close() {
    try {
      duck.close();
    } catch (SQLException e) {
      throw Duck.error(e);
    }
  }

  private static final class Rows implements Iterator<List<Object>> {
    private final ResultSet rows;
    private final int columns;
    private boolean has;

    Rows(ResultSet rows, int columns) throws SQLException {
      this.rows = rows;
      this.columns = columns;
      this.has = rows.next();
    }

    @Override
    public boolean hasNext() {
      return has;
    }

    @Override
    public List<Object> next() {
      if (!has) {
        throw new NoSuchElementException();
      }
      try {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = SqlResult.plain(rows.getObject(i + 1));
        }
        has = rows.next();
        return Arrays.asList(row);
      } catch (SQLException e) {
        throw Duck.error(e);
      }
    }
  }
}

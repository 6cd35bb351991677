package dev.trama.analyzer.query;

import dev.trama.analyzer.export.sql.SqlError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A database of this process.
 *
 * @param connection there is one
 */
record Duck(DuckDBConnection connection) implements AutoCloseable {
  /**
   * @param file empty for none
   */
  static Duck open(String file) throws SQLException {
    var properties = new Properties();
    // Queries order their rows; keeping the order of files would cost memory.
    properties.setProperty("preserve_insertion_order", "false");
    try {
      // Called directly: the JDK's list of drivers has none that only this class loader sees.
      Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
      return new Duck(connection.unwrap(DuckDBConnection.class));
    } catch (LinkageError e) {
      throw new SqlError("DuckDB does not run on this platform: " + e.getMessage(), e);
    }
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  boolean hasRows(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      return rows.next();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  static SqlError error(SQLException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return new SqlError(message.lines().findFirst().orElse("").strip(), e);
  }
}

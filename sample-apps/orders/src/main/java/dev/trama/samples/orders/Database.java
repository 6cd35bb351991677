package dev.trama.samples.orders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The orders, in PostgreSQL, behind a pool of four connections. */
final class Database implements AutoCloseable {
  static final int CONNECTIONS = 4;

  private final Optional<EmbeddedPostgres> embedded;
  private final HikariDataSource pool;

  private Database(Optional<EmbeddedPostgres> embedded, HikariDataSource pool) {
    this.embedded = embedded;
    this.pool = pool;
  }

  /** Connects to the given database, or starts one if the URL is empty. */
  static Database open(String url) throws IOException, SQLException {
    Optional<EmbeddedPostgres> embedded =
        url.isEmpty() ? Optional.of(EmbeddedPostgres.start()) : Optional.empty();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(embedded.map(e -> e.getJdbcUrl("postgres", "postgres")).orElse(url));
    config.setMaximumPoolSize(CONNECTIONS);
    Database database = new Database(embedded, new HikariDataSource(config));
    database.execute("create table trama_orders (id serial primary key, product text, paid bool)");
    return database;
  }

  Connection connect() throws SQLException {
    return pool.getConnection();
  }

  static int insert(Connection connection, String product) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into trama_orders (product, paid) values (?, false) returning id")) {
      insert.setString(1, product);
      try (ResultSet id = insert.executeQuery()) {
        id.next();
        return id.getInt(1);
      }
    }
  }

  static void markPaid(Connection connection, int order) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update trama_orders set paid = true where id = ?")) {
      update.setInt(1, order);
      update.executeUpdate();
    }
  }

  static String product(Connection connection, int order) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select product from trama_orders where id = ?")) {
      select.setInt(1, order);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "nothing";
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    execute("drop table trama_orders");
    pool.close();
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }
}

package dev.trama.samples.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The incident: once, in the middle of business, somebody takes stock, and for that takes every
 * connection there is and keeps them for three seconds.
 */
final class StockTaking {
  private static final Duration TAKES = Duration.ofSeconds(3);

  private StockTaking() {}

  /** Will take stock once, after this time. */
  static void after(Duration time, Database database) {
    Thread.ofVirtual().name("stock-taking").start(() -> takeStock(time, database));
  }

  private static void takeStock(Duration wait, Database database) {
    List<Connection> connections = new ArrayList<>();
    try {
      Thread.sleep(wait);
      try {
        for (int i = 0; i < Database.CONNECTIONS; i++) {
          connections.add(database.connect());
        }
        Thread.sleep(TAKES);
      } finally {
        for (Connection connection : connections) {
          connection.close();
        }
      }
    } catch (SQLException | InterruptedException failure) {
      throw new IllegalStateException("stock could not be taken", failure);
    }
  }
}

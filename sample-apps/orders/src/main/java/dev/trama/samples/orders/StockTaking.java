package dev.trama.samples.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The incident: once, during business, a stock-taking task takes every connection and keeps them
 * for three seconds.
 */
final class StockTaking {
  private static final Duration TAKES = Duration.ofSeconds(3);

  private StockTaking() {}

  /** Will take stock once, after this many seconds. */
  static void after(int seconds, Database database) {
    Executor later =
        CompletableFuture.delayedExecutor(
            seconds, TimeUnit.SECONDS, task -> Thread.ofVirtual().name("stock-taking").start(task));
    later.execute(() -> takeStock(database));
  }

  private static void takeStock(Database database) {
    List<Connection> connections = new ArrayList<>();
    try {
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

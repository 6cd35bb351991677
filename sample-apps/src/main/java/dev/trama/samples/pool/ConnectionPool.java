package dev.trama.samples.pool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A pool that lends its connections to one request at a time each. */
final class ConnectionPool {
  private final BlockingQueue<Connection> idle;

  ConnectionPool(int size) {
    idle = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      idle.add(new Connection());
    }
  }

  Connection borrow() throws InterruptedException {
    return idle.take();
  }

  void giveBack(Connection connection) {
    idle.add(connection);
  }

  /** A connection to a database that takes 20 ms for anything. */
  static final class Connection {
    String query() throws InterruptedException {
      Thread.sleep(20);
      return "row";
    }
  }
}

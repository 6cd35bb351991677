package dev.trama.samples.pool;

import dev.trama.samples.Tasks;
import dev.trama.samples.pool.ConnectionPool.Connection;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/**
 * Thirty requests arrive at once, each with a query of 20 ms. With three connections the last ones
 * get theirs after 180 ms: a request spends most of its time awaiting a connection, hardly any
 * awaiting the database. With thirty connections, none awaits one.
 */
public final class Requests {
  private static final int REQUESTS = 30;

  public static void main(String[] args) throws InterruptedException {
    serve("few", 3);
    serve("enough", REQUESTS);
  }

  private static void serve(String name, int connections) throws InterruptedException {
    ConnectionPool pool = new ConnectionPool(connections);
    Callable<String> request = new Request(pool)::handle;
    long start = System.nanoTime();
    try (ExecutorService executor = Tasks.named(name)) {
      executor.invokeAll(Collections.nCopies(REQUESTS, request));
    }
    System.out.printf(
        "%d requests over %d connections: %d ms%n",
        REQUESTS, connections, (System.nanoTime() - start) / 1_000_000);
  }

  private record Request(ConnectionPool pool) {
    String handle() throws InterruptedException {
      Connection connection = pool.borrow();
      try {
        return connection.query();
      } finally {
        pool.giveBack(connection);
      }
    }
  }
}

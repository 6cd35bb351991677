package dev.trama.samples.orders;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** {@code POST /orders/{product}}: stores an order, has it paid, and stores that it is. */
final class Checkout {
  private final Database database;
  private final Partners partners;
  private final boolean fixed;

  Checkout(Database database, Partners partners, boolean fixed) {
    this.database = database;
    this.partners = partners;
    this.fixed = fixed;
  }

  void handle(ServerRequest request, ServerResponse response) throws Exception {
    String product = request.path().pathParameters().get("product");
    int order = fixed ? placeBetweenConnections(product) : placeWithinConnection(product);
    response.send("order " + order);
  }

  /**
   * The problem: the connection is kept while the bank works. With four connections and 40 ms at
   * the bank the whole shop takes at most 100 orders a second, and all other requests that need the
   * database queue behind the bank.
   */
  private int placeWithinConnection(String product)
      throws SQLException, IOException, InterruptedException {
    try (Connection connection = database.connect()) {
      int order = Database.insert(connection, product);
      partners.pay(order);
      Database.markPaid(connection, order);
      return order;
    }
  }

  /** The fix: no connection is held while something else is awaited. */
  private int placeBetweenConnections(String product)
      throws SQLException, IOException, InterruptedException {
    int order;
    try (Connection connection = database.connect()) {
      order = Database.insert(connection, product);
    }
    partners.pay(order);
    try (Connection connection = database.connect()) {
      Database.markPaid(connection, order);
    }
    return order;
  }
}

package dev.trama.samples.orders;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code GET /orders/{id}}: an order, with answers from three partners. */
final class OrderPage {
  private final Database database;
  private final Partners partners;
  private final boolean fixed;

  OrderPage(Database database, Partners partners, boolean fixed) {
    this.database = database;
    this.partners = partners;
    this.fixed = fixed;
  }

  void handle(ServerRequest request, ServerResponse response) throws Exception {
    int order = Integer.parseInt(request.path().pathParameters().get("id"));
    String product = product(order);
    String parts = fixed ? partsTogether(order) : partsOneByOne(order);
    response.send(product + ": " + parts);
  }

  private String product(int order) throws SQLException {
    try (Connection connection = database.connect()) {
      return Database.product(connection, order);
    }
  }

  /** The problem: three answers that do not depend on each other are awaited in turn. */
  private String partsOneByOne(int order) throws IOException, InterruptedException {
    String customer = partners.customer(order);
    String shipping = partners.shipping(order);
    String suggestions = partners.suggestions(order);
    return customer + shipping + suggestions;
  }

  /** The fix: all three are asked, and then awaited. */
  private String partsTogether(int order) throws InterruptedException, ExecutionException {
    try (ExecutorService parts = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> customer = parts.submit(() -> partners.customer(order));
      Future<String> shipping = parts.submit(() -> partners.shipping(order));
      Future<String> suggestions = parts.submit(() -> partners.suggestions(order));
      return customer.get() + shipping.get() + suggestions.get();
    }
  }
}

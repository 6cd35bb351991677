package dev.trama.samples.orders;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the database, the partners and the service, sends it requests for a few seconds, prints
 * the results, and stops everything.
 *
 * <ul>
 *   <li>{@code -Dorders.fix=pool,lock,serial}: the problems to fix, any or all; none if not given
 *   <li>{@code -Dorders.seconds=4}: how long there are customers
 *   <li>{@code -Dorders.incident=600}: one incident after this many seconds: for three seconds the
 *       pool is empty; none if not given
 *   <li>{@code -Dorders.db=jdbc:postgresql://host/db?user=u&password=p}: a PostgreSQL of one's own,
 *       where the table {@code trama_orders} is made and dropped; an embedded one if not given
 * </ul>
 */
public final class Orders {
  /** Kept here because java.util.logging forgets the settings of unreferenced loggers. */
  private static final Logger LOGGING = Logger.getLogger("");

  public static void main(String[] args) throws Exception {
    Fixes fixes = Fixes.parse(System.getProperty("orders.fix", ""));
    Duration open = Duration.ofSeconds(Integer.getInteger("orders.seconds", 4));
    LOGGING.setLevel(Level.WARNING);
    try (PartnerServer partnerServer = new PartnerServer();
        Database database = Database.open(System.getProperty("orders.db", ""))) {
      Partners partners = new Partners(partnerServer.address());
      WebServer server = serve(database, partners, fixes);
      try {
        System.out.println("fixed: " + fixes);
        int incident = Integer.getInteger("orders.incident", 0);
        if (incident > 0) {
          StockTaking.after(incident, database);
        }
        Customers.shop("http://localhost:" + server.port(), open).forEach(System.out::println);
      } finally {
        server.stop();
      }
    }
  }

  private static WebServer serve(Database database, Partners partners, Fixes fixes) {
    Checkout checkout = new Checkout(database, partners, fixes.pool());
    PriceList prices = new PriceList(partners, fixes.lock());
    OrderPage page = new OrderPage(database, partners, fixes.serial());
    return WebServer.builder()
        .port(0)
        .routing(routing -> route(routing, checkout, prices, page))
        .build()
        .start();
  }

  private static void route(
      HttpRouting.Builder routing, Checkout checkout, PriceList prices, OrderPage page) {
    routing
        .post("/orders/{product}", checkout::handle)
        .get("/prices/{product}", prices::handle)
        .get("/orders/{id}", page::handle);
  }
}

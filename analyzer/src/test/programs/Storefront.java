import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A program that knows nothing of Trama: the JDK's HTTP server with a virtual thread a request, and
 * its HTTP client. Eight customers order three times each; every order asks the stock, which takes
 * as long as is said, and then pays, one at a time. After that a courier comes to each customer.
 *
 * <p>So there are 24 sleeps in {@code stock}, 24 in {@code pay} and 8 in {@code deliver}.
 */
public class Storefront {
  static final int CUSTOMERS = 8;
  static final int ORDERS = 3;

  final Semaphore till = new Semaphore(1);
  final HttpClient client = HttpClient.newHttpClient();
  final long stockMillis;
  final HttpServer server;

  Storefront(long stockMillis) throws IOException {
    this.stockMillis = stockMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var requests = Thread.ofVirtual().name("request-", 0).factory();
    server.setExecutor(Executors.newThreadPerTaskExecutor(requests));
    server.createContext("/order", this::handle);
    server.start();
  }

  public static void main(String[] args) throws Exception {
    var storefront = new Storefront(Long.parseLong(args[0]));
    List<Thread> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(Thread.ofVirtual().name("customer-" + i).start(storefront::shop));
    }
    for (Thread customer : customers) {
      customer.join();
    }
    System.exit(0);
  }

  void shop() {
    for (int i = 0; i < ORDERS; i++) {
      order();
    }
    var parcel = new CompletableFuture<String>();
    Thread.ofVirtual().name("courier").start(() -> deliver(parcel));
    parcel.join();
  }

  void order() {
    var uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/order");
    try {
      int status =
          client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new IllegalStateException("status " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void deliver(CompletableFuture<String> parcel) {
    pause(30);
    parcel.complete("parcel");
  }

  void handle(HttpExchange exchange) throws IOException {
    stock();
    pay();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  void stock() {
    try {
      Thread.sleep(stockMillis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void pay() {
    till.acquireUninterruptibly();
    try {
      pause(10);
    } finally {
      till.release();
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.trama.samples.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays the partners: answers any request, after the time that such a partner takes. */
final class PartnerServer implements AutoCloseable {
  private static final Map<String, Integer> LATENCY_MILLIS =
      Map.of("bank", 40, "prices", 25, "customers", 30, "shipping", 30, "suggestions", 30);

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(64);

  PartnerServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    LATENCY_MILLIS.forEach(
        (partner, millis) ->
            server.createContext("/" + partner + "/", exchange -> answer(exchange, millis)));
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange, int millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IOException("the partner closes", e);
    }
    byte[] body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}

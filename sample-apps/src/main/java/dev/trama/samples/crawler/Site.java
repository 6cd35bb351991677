package dev.trama.samples.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A site of eight pages on the loopback interface: one is slow, one is missing, one is broken. It
 * is served by platform threads, so that all virtual threads of the sample are the crawler's.
 */
final class Site implements AutoCloseable {
  private record Page(int status, int millis, List<String> links) {}

  private static final Map<String, Page> PAGES =
      Map.of(
          "/", new Page(200, 20, List.of("/news", "/slow", "/about")),
          "/news", new Page(200, 20, List.of("/today", "/yesterday", "/missing")),
          "/slow", new Page(200, 400, List.of()),
          "/about", new Page(200, 20, List.of("/broken", "/")),
          "/today", new Page(200, 30, List.of("/news")),
          "/yesterday", new Page(200, 30, List.of("/news")),
          "/broken", new Page(500, 10, List.of()));

  private static final Page MISSING = new Page(404, 10, List.of());

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(8);

  Site() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", Site::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Page page = PAGES.getOrDefault(exchange.getRequestURI().getPath(), MISSING);
    pause(page.millis());
    StringBuilder html = new StringBuilder("<html>");
    page.links().forEach(link -> html.append("<a href=\"").append(link).append("\">"));
    byte[] body = html.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.status(), body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}

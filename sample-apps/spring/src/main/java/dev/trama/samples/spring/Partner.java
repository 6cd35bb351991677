package dev.trama.samples.spring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Plays the other companies, on platform threads: answers {@code /40/...} after 40 ms. */
@Component
class Partner implements DisposableBean {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(64);

  Partner() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", Partner::answer);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      Thread.sleep(Long.parseLong(path.substring(1, path.indexOf('/', 1))));
    } catch (InterruptedException e) {
      throw new IOException("the partner closes", e);
    }
    byte[] body = path.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void destroy() {
    server.stop(0);
    workers.shutdownNow();
  }
}

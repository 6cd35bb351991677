package dev.trama.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * An HTTP server with a virtual thread a request: {@code /plain} answers at once, {@code /awaits}
 * takes one of 64 permits and sleeps a millisecond first. Prints its port, and ends with its input.
 */
public final class Server {
  private static final byte[] ANSWER = "hello\n".getBytes(StandardCharsets.US_ASCII);
  private static final Semaphore PERMITS = new Semaphore(64);

  private Server() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.createContext("/plain", Server::answer);
    server.createContext("/awaits", Server::awaitAndAnswer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // until the process that started this closes it
    }
    server.stop(0);
    System.exit(0);
  }

  private static void awaitAndAnswer(HttpExchange exchange) throws IOException {
    try {
      PERMITS.acquire();
      try {
        Thread.sleep(1);
      } finally {
        PERMITS.release();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    answer(exchange);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, ANSWER.length);
    try (var body = exchange.getResponseBody()) {
      body.write(ANSWER);
    }
  }
}

package dev.trama.analyzer.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves a page that is renewed, on the loopback interface only. Its address contains a {@link
 * Token}, so that other users of this machine, and pages of other sites in the reader's browser,
 * cannot reach it.
 *
 * <pre>
 * GET /TOKEN/                 the page
 * GET /TOKEN/newer?than=17    200 and the number of a newer page, else 204
 * </pre>
 */
public final class PageServer implements AutoCloseable {
  private static final int NO_CONTENT = 204;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int FAILED = 500;

  private static final Pattern PATH = Pattern.compile("/([^/]*)(/.*)?");
  private static final Pattern THAN = Pattern.compile("than=(\\d{1,18})");

  private final Token token = Token.random();
  private final Pages pages;
  private final HttpServer server;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("page-server").factory());

  private PageServer(Pages pages, HttpServer server) {
    this.pages = pages;
    this.server = server;
  }

  /** Starts serving on a free port. */
  public static PageServer start(Pages pages) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = new PageServer(pages, HttpServer.create(address, 0));
    server.server.setExecutor(server.worker);
    server.server.createContext("/", server::answer);
    server.server.start();
    return server;
  }

  /** Where the page is, token included. */
  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/" + token.text() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("X-Content-Type-Options", "nosniff");
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!path.matches() || !token.is(path.group(1))) {
        send(exchange, FORBIDDEN, "text/plain", "wrong or missing token\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, NOT_ALLOWED, "text/plain", "GET only\n");
      } else {
        answer(exchange, path.group(2) == null ? "" : path.group(2));
      }
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    try {
      switch (path) {
        case "/" -> send(exchange, 200, "text/html", pages.now().html());
        case "/newer" -> newer(exchange);
        default -> send(exchange, NOT_FOUND, "text/plain", "there is only one page\n");
      }
    } catch (RuntimeException failure) {
      send(exchange, FAILED, "text/plain", failure + "\n");
    }
  }

  private void newer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Matcher than = THAN.matcher(query == null ? "" : query);
    long known = than.matches() ? Long.parseLong(than.group(1)) : 0;
    pages.renew();
    long number = pages.now().number();
    if (number > known) {
      send(exchange, 200, "text/plain", Long.toString(number));
    } else {
      exchange.sendResponseHeaders(NO_CONTENT, -1);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    worker.shutdownNow();
  }

  /** Compared in constant time. */
  record Token(String text) {
    private static final int BYTES = 24;

    static Token random() {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    boolean is(String given) {
      return MessageDigest.isEqual(
          text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
  }
}

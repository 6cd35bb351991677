package dev.trama.samples.spring;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** The load, on platform threads: visitors of each kind, who ask again when they are answered. */
@Component
@ConditionalOnProperty("visitors.seconds")
class Visitors implements ApplicationRunner {
  private final ServletWebServerApplicationContext service;

  /** What a kind of visitor asks for; a {@code %d} in the path is the number of a product. */
  private record Kind(String method, String path, int visitors) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("GET", "/hello", 2),
          new Kind("GET", "/stock/product-%d", 4),
          new Kind("POST", "/purchases/product-%d", 8),
          new Kind("GET", "/prices/product-%d", 6),
          new Kind("GET", "/reviews/product-%d", 4),
          new Kind("GET", "/journal/product-%d", 4));

  Visitors(ServletWebServerApplicationContext service) {
    this.service = service;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException, ExecutionException {
    long closing = System.nanoTime() + Duration.ofSeconds(option(arguments, "seconds")).toNanos();
    long least = option(arguments, "requests");
    try (service;
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> visitors = new ArrayList<>();
      for (Kind kind : KINDS) {
        for (int i = 0; i < kind.visitors(); i++) {
          int first = i * 3;
          visitors.add(threads.submit(() -> visit(kind, first, closing, least)));
        }
      }
      int answered = 0;
      for (Future<Integer> visitor : visitors) {
        answered += visitor.get();
      }
      System.out.println("answered " + answered + " requests");
    }
  }

  /** The number given by {@code --visitors.NAME=}; 0 if it is not there. */
  private static long option(ApplicationArguments arguments, String name) {
    List<String> values = arguments.getOptionValues("visitors." + name);
    return values == null ? 0 : Long.parseLong(values.getFirst());
  }

  private int visit(Kind kind, int first, long closing, long least) throws IOException {
    int answered = 0;
    while (System.nanoTime() < closing || answered < least) {
      String path = kind.path().replace("%d", Integer.toString((first + answered) % 24));
      URI uri = URI.create("http://localhost:" + service.getWebServer().getPort() + path);
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod(kind.method());
      if (connection.getResponseCode() != 200) {
        throw new IOException(path + ": answered " + connection.getResponseCode());
      }
      try (var body = connection.getInputStream()) {
        body.readAllBytes();
      }
      answered++;
    }
    return answered;
  }
}

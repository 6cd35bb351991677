package dev.trama.samples.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The load: eight customers of each kind, who ask again as soon as they have an answer. */
final class Customers {
  private static final int OF_EACH_KIND = 8;

  /** What a kind of customer asks for; a {@code %d} in the path is the number of the request. */
  private record Kind(String name, String method, String path) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("place an order", "POST", "/orders/product-%d"),
          new Kind("ask for a price", "GET", "/prices/product-%d"),
          new Kind("look at an order", "GET", "/orders/%d"));

  private Customers() {}

  /** Runs the customers until closing time, and returns a line about each kind. */
  static List<String> shop(String address, Duration open)
      throws InterruptedException, ExecutionException {
    long closing = System.nanoTime() + open.toNanos();
    List<String> lines = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<List<Future<List<Long>>>> customers = new ArrayList<>();
      for (Kind kind : KINDS) {
        List<Future<List<Long>>> ofThisKind = new ArrayList<>();
        // A client of its own keeps connections of its own: the service has a task for each.
        HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
        for (int i = 0; i < OF_EACH_KIND; i++) {
          int first = i * 3;
          ofThisKind.add(threads.submit(() -> ask(kind, client, address, first, closing)));
        }
        customers.add(ofThisKind);
      }
      for (int i = 0; i < KINDS.size(); i++) {
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> customer : customers.get(i)) {
          nanos.addAll(customer.get());
        }
        lines.add(describe(KINDS.get(i), nanos, open));
      }
    }
    return lines;
  }

  /** One customer, who notes how long each answer took. */
  private static List<Long> ask(
      Kind kind, HttpClient client, String address, int first, long closing)
      throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    while (System.nanoTime() < closing) {
      String path = String.format(Locale.ROOT, kind.path(), 1 + (first + nanos.size()) % 24);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .method(kind.method(), BodyPublishers.noBody())
              .build();
      long start = System.nanoTime();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      nanos.add(System.nanoTime() - start);
      if (response.statusCode() != 200) {
        throw new IOException(path + ": the service answered " + response.statusCode());
      }
    }
    return nanos;
  }

  private static String describe(Kind kind, List<Long> nanos, Duration open) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%-17s %6.1f requests/s   median %6.1f ms   slowest %6.1f ms",
        kind.name(),
        (double) sorted.size() / open.toSeconds(),
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.getLast() / 1e6);
  }
}

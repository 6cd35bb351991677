package dev.trama.samples.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The other companies' services, as this one calls them: over HTTP, blocking. */
final class Partners {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  Partners(URI address) {
    this.address = address;
  }

  String pay(int order) throws IOException, InterruptedException {
    return ask("/bank/" + order);
  }

  String price(String product) throws IOException, InterruptedException {
    return ask("/prices/" + product);
  }

  String customer(int order) throws IOException, InterruptedException {
    return ask("/customers/" + order);
  }

  String shipping(int order) throws IOException, InterruptedException {
    return ask("/shipping/" + order);
  }

  String suggestions(int order) throws IOException, InterruptedException {
    return ask("/suggestions/" + order);
  }

  private String ask(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}

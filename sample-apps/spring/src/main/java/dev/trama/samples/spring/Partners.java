package dev.trama.samples.spring;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The other companies' services, as this one calls them: over HTTP, blocking. */
@Component
class Partners {
  private final RestClient client;

  Partners(Partner partner) {
    client = RestClient.builder().baseUrl(partner.address()).build();
  }

  String pay(long purchase) {
    return ask("/40/bank/" + purchase);
  }

  String price(String product) {
    return ask("/25/prices/" + product);
  }

  String review(String product) {
    return ask("/10/reviews/" + product);
  }

  private String ask(String path) {
    String answer = client.get().uri(path).retrieve().body(String.class);
    return answer == null ? "" : answer;
  }
}

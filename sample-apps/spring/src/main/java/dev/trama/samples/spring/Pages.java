package dev.trama.samples.spring;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What visitors may ask for. */
@RestController
public class Pages {
  private final JdbcTemplate database;
  private final Purchases purchases;
  private final PriceList prices;
  private final Partners partners;
  private final Journal journal;

  Pages(
      JdbcTemplate database,
      Purchases purchases,
      PriceList prices,
      Partners partners,
      Journal journal) {
    this.database = database;
    this.purchases = purchases;
    this.prices = prices;
    this.partners = partners;
    this.journal = journal;
  }

  /** Answers at once. */
  @GetMapping("/hello")
  public String hello() {
    return "hello";
  }

  /** A short query. */
  @GetMapping("/stock/{product}")
  public String stock(@PathVariable String product) {
    return "stock "
        + database.queryForObject(
            "select pieces from stock where product = ?", Integer.class, product);
  }

  /** A transaction with a call of the bank in it. */
  @PostMapping("/purchases/{product}")
  public String buy(@PathVariable String product) {
    return "purchase " + purchases.buy(product);
  }

  /** A lock with a call in it. */
  @GetMapping("/prices/{product}")
  public String price(@PathVariable String product) {
    return prices.price(product);
  }

  /** Three calls at the same time, each in a virtual thread of its own. */
  @GetMapping("/reviews/{product}")
  public String reviews(@PathVariable String product)
      throws InterruptedException, ExecutionException {
    var answers = new StringBuilder();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> reviews =
          List.of(
              threads.submit(() -> partners.review(product + "/press")),
              threads.submit(() -> partners.review(product + "/buyers")),
              threads.submit(() -> partners.review(product + "/experts")));
      for (Future<String> review : reviews) {
        answers.append(review.get()).append('\n');
      }
    }
    return answers.toString();
  }

  /** A monitor with a sleep in it. */
  @GetMapping("/journal/{entry}")
  public String journal(@PathVariable String entry) throws InterruptedException {
    return "entries " + journal.write(entry);
  }
}

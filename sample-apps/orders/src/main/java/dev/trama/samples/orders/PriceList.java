package dev.trama.samples.orders;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** {@code GET /prices/{product}}: prices of a partner, each remembered for a moment. */
final class PriceList {
  private static final Duration FRESH_FOR = Duration.ofMillis(50);

  /** A price on the list, with the lock that guards it. */
  private static final class Entry {
    private final ReentrantLock lock = new ReentrantLock();
    private String price = "";
    private long fetchedAt;

    private boolean isFresh() {
      return !price.isEmpty() && System.nanoTime() - fetchedAt < FRESH_FOR.toNanos();
    }
  }

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final ReentrantLock lockOfAll = new ReentrantLock();
  private final Partners partners;
  private final boolean fixed;

  PriceList(Partners partners, boolean fixed) {
    this.partners = partners;
    this.fixed = fixed;
  }

  void handle(ServerRequest request, ServerResponse response) throws Exception {
    String product = request.path().pathParameters().get("product");
    response.send(fixed ? priceUnderItsOwnLock(product) : priceUnderOneLock(product));
  }

  /**
   * The problem: one lock for the whole list is held while one price is fetched, so all requests
   * for any price queue up behind the partner, even if their price is on the list.
   */
  private String priceUnderOneLock(String product) throws IOException, InterruptedException {
    lockOfAll.lock();
    try {
      return price(product);
    } finally {
      lockOfAll.unlock();
    }
  }

  /** The fix: only requests for the same price wait while it is fetched. */
  private String priceUnderItsOwnLock(String product) throws IOException, InterruptedException {
    ReentrantLock lock = entry(product).lock;
    lock.lock();
    try {
      return price(product);
    } finally {
      lock.unlock();
    }
  }

  private String price(String product) throws IOException, InterruptedException {
    Entry entry = entry(product);
    if (!entry.isFresh()) {
      entry.price = partners.price(product);
      entry.fetchedAt = System.nanoTime();
    }
    return entry.price;
  }

  private Entry entry(String product) {
    return entries.computeIfAbsent(product, unknown -> new Entry());
  }
}

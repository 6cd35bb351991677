package dev.trama.samples.spring;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Prices of a partner, each remembered for a moment. */
@Component
class PriceList {
  private static final Duration FRESH_FOR = Duration.ofMillis(200);

  private record Entry(String price, long fetchedAt) {}

  private final Map<String, Entry> entries = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Partners partners;

  PriceList(Partners partners) {
    this.partners = partners;
  }

  /**
   * The problem: the lock of the whole list is held while one price is fetched, so all requests for
   * any price queue behind the partner, even if their price is on the list.
   */
  String price(String product) {
    lock.lock();
    try {
      Entry entry = entries.get(product);
      if (entry == null || System.nanoTime() - entry.fetchedAt() > FRESH_FOR.toNanos()) {
        entry = new Entry(partners.price(product), System.nanoTime());
        entries.put(product, entry);
      }
      return entry.price();
    } finally {
      lock.unlock();
    }
  }
}

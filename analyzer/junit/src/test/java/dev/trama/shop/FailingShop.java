package dev.trama.shop;

import dev.trama.junit.AllTasksEnd;
import dev.trama.junit.Awaits;
import dev.trama.junit.MatchesAwaits;
import dev.trama.junit.NoAwaitHolding;
import dev.trama.junit.NoPinning;
import dev.trama.junit.Trama;
import dev.trama.junit.WokenBy;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every assertion, where it does not hold: run by {@link FailuresIT}. */
@Trama
class FailingShop {
  private final Shop shop = new Shop();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void endAllThreads() {
    end.countDown();
  }

  @Test
  void exactly(Awaits awaits) {
    shop.takeOrder();
    awaits.of("queue take").exactly(2);
  }

  @Test
  void atMost(Awaits awaits) {
    Shop.run(() -> Shop.priceAll(3));
    awaits.of("sleep").in(Shop.class).atMost(1);
  }

  @Test
  void atLeast(Awaits awaits) {
    shop.takeOrder();
    awaits.of("queue take").wokenBy("clerk").atLeast(1);
  }

  @Test
  void none(Awaits awaits) {
    shop.takeOrder();
    awaits.in("dev.trama.shop").none();
  }

  @Test
  void serial(Awaits awaits) {
    Shop.run(() -> Shop.priceAll(3));
    awaits.serial().atMost(2);
  }

  @Test
  @NoPinning
  void noPinning() {
    Pinning.run();
  }

  @Test
  @NoAwaitHolding("lock")
  void noAwaitHoldingALock() {
    Shop.run(shop::countTill);
  }

  @Test
  @NoAwaitHolding("monitor")
  void noAwaitHoldingAMonitor() {
    Shop.run(shop::fillShelf);
  }

  @Test
  @AllTasksEnd(withinSeconds = 0)
  void allTasksEnd() {
    Thread waiting = Thread.ofVirtual().name("forgotten").start(() -> Shop.await(end));
    Shop.awaitSuspended(waiting);
  }

  @Test
  @WokenBy(kind = "queue take", value = "clerk")
  void wokenBy() {
    Shop.handOver("thief");
  }

  @Test
  @MatchesAwaits("other.awaits")
  void matchesAwaits() {
    Shop.run(() -> Shop.priceAll(2));
  }

  @Test
  void anythingElse() {
    shop.takeOrder();
    throw new IllegalStateException("out of socks");
  }
}

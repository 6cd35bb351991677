package com.shop;

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

/** The same assertions as in {@link HoldsTest}, where each does not hold. */
@Trama
class DoesNotHoldTest {
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void endAllThreads() {
    end.countDown();
  }

  @Test
  void exactly(Awaits awaits) {
    Shop.handOver();
    awaits.exactly(2);
  }

  @Test
  void atMost(Awaits awaits) {
    Shop.lookUp(3);
    awaits.atMost(2);
  }

  @Test
  void atLeast(Awaits awaits) {
    Shop.lookUp(3);
    awaits.atLeast(4);
  }

  @Test
  void none(Awaits awaits) {
    Shop.handOver();
    awaits.none();
  }

  @Test
  void of(Awaits awaits) {
    Shop.lookUp(3);
    awaits.of("sleep").exactly(2);
  }

  @Test
  void in(Awaits awaits) {
    Shop.lookUp(3);
    awaits.in("com.shop.Shop").none();
  }

  @Test
  void inType(Awaits awaits) {
    Shop.lookUp(3);
    awaits.in(Shop.Price.class).atMost(1);
  }

  @Test
  void wokenBy(Awaits awaits) {
    Shop.handOver();
    awaits.wokenBy("thief").exactly(1);
  }

  @Test
  void pinned(Awaits awaits) {
    Shop.load("AlsoSlow");
    awaits.pinned().none();
  }

  @Test
  void serial(Awaits awaits) {
    Shop.lookUp(3);
    awaits.serial().atMost(2);
  }

  @Test
  @Trama(onVirtualThread = true)
  void ownAwaits(Awaits awaits) throws InterruptedException {
    Shop.Price.lookUp();
    awaits.of("sleep").none();
  }

  @Test
  @NoPinning
  void noPinning() {
    Shop.load("SlowToo");
  }

  @Test
  @NoAwaitHolding("monitor")
  void noAwaitHoldingMonitor() {
    Shop.fillShelf();
  }

  @Test
  @NoAwaitHolding("lock")
  void noAwaitHoldingLock() {
    Shop.countTill();
  }

  @Test
  @AllTasksEnd(withinSeconds = 0)
  void allTasksEnd() {
    Shop.forget(end);
  }

  @Test
  @WokenBy(kind = "queue take", value = "thief")
  void wokenByAnnotation() {
    Shop.handOver();
  }

  @Test
  @MatchesAwaits("look-up.awaits")
  void matchesAwaits() {
    Shop.lookUp(2);
  }
}

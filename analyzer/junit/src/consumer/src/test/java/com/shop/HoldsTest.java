package com.shop;

import dev.trama.junit.AllTasksEnd;
import dev.trama.junit.Awaits;
import dev.trama.junit.MatchesAwaits;
import dev.trama.junit.NoAwaitHolding;
import dev.trama.junit.NoPinning;
import dev.trama.junit.Trama;
import dev.trama.junit.WokenBy;
import org.junit.jupiter.api.Test;

/** Every assertion, where it holds. */
@Trama
class HoldsTest {
  @Test
  void exactly(Awaits awaits) {
    Shop.handOver();
    awaits.exactly(1);
  }

  @Test
  void atMost(Awaits awaits) {
    Shop.lookUp(3);
    awaits.atMost(3);
  }

  @Test
  void atLeast(Awaits awaits) {
    Shop.lookUp(3);
    awaits.atLeast(3);
  }

  @Test
  void none(Awaits awaits) {
    Shop.lookUp(0);
    awaits.none();
  }

  @Test
  void of(Awaits awaits) {
    Shop.lookUp(3);
    awaits.of("sleep").exactly(3);
  }

  @Test
  void in(Awaits awaits) {
    Shop.lookUp(3);
    awaits.in("com.shop.Shop").exactly(3);
  }

  @Test
  void inType(Awaits awaits) {
    Shop.lookUp(3);
    awaits.in(Shop.Price.class).exactly(3);
  }

  @Test
  void wokenBy(Awaits awaits) {
    Shop.handOver();
    awaits.wokenBy("clerk").exactly(1);
  }

  @Test
  void pinned(Awaits awaits) {
    Shop.load("Slow");
    awaits.pinned().exactly(1);
  }

  @Test
  void serial(Awaits awaits) {
    Shop.lookUp(3);
    awaits.serial().atMost(3);
  }

  @Test
  @Trama(onVirtualThread = true)
  void ownAwaits(Awaits awaits) throws InterruptedException {
    Shop.Price.lookUp();
    awaits.of("sleep").exactly(1);
  }

  @Test
  @NoPinning
  void noPinning() {
    Shop.lookUp(3);
  }

  @Test
  @NoAwaitHolding("monitor")
  void noAwaitHoldingMonitor() {
    Shop.countTill();
  }

  @Test
  @NoAwaitHolding("lock")
  void noAwaitHoldingLock() {
    Shop.fillShelf();
  }

  @Test
  @AllTasksEnd
  void allTasksEnd() {
    Shop.handOver();
  }

  @Test
  @WokenBy(kind = "queue take", value = "clerk")
  void wokenByAnnotation() {
    Shop.handOver();
  }

  @Test
  @MatchesAwaits("look-up.awaits")
  void matchesAwaits() {
    Shop.lookUp(3);
  }
}

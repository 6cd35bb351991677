package dev.trama.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trama.junit.AllTasksEnd;
import dev.trama.junit.Awaits;
import dev.trama.junit.MatchesAwaits;
import dev.trama.junit.NoAwaitHolding;
import dev.trama.junit.NoPinning;
import dev.trama.junit.Trama;
import dev.trama.junit.WokenBy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every assertion, where it holds. */
@Trama
class ShopIT {
  private final Shop shop = new Shop();

  @BeforeEach
  void suspendBeforeTheTest() {
    Shop.run(Shop::nap);
  }

  @Test
  void whatHasEndedBeforeTheTestMethod_doesNotCount(Awaits awaits) {
    awaits.none();
  }

  @Test
  void eachKind_isCountedByItsName(Awaits awaits) {
    shop.takeOrder();
    awaits.of("queue take").exactly(1);
    awaits.of("park").exactly(1);
    awaits.of("sleep").none();
    awaits.in(Shop.class).exactly(1).atMost(1).atLeast(1);
    awaits.in("dev.trama.shop").exactly(1);
    awaits.of("queue take").in("java.util.concurrent.LinkedBlockingQueue").exactly(1);
    awaits.exactly(1);
  }

  @Test
  void anAwaitThatHasNotEnded_counts(Awaits awaits) {
    Thread taker = Thread.ofVirtual().start(shop::take);
    Shop.awaitSuspended(taker);
    awaits.of("queue take").exactly(1);
    taker.interrupt();
    Shop.join(taker);
    awaits.of("queue take").exactly(1);
  }

  @Test
  void threadsOfThreads_belongToTheTest(Awaits awaits) {
    var joined = new CountDownLatch(1);
    Thread parent =
        Thread.ofVirtual()
            .start(() -> Shop.join(Thread.ofVirtual().start(() -> Shop.await(joined))));
    Shop.awaitSuspended(parent);
    joined.countDown();
    Shop.join(parent);
    awaits.of("latch").exactly(1);
    awaits.of("join").exactly(1);
  }

  @Test
  void threadsThatAPlatformThreadOfTheTestStarts_belongToTheTest(Awaits awaits) throws Exception {
    try (var executor = Executors.newSingleThreadExecutor()) {
      executor.submit(() -> Shop.run(Shop::nap)).get();
    }
    awaits.of("sleep").exactly(1);
  }

  @Test
  void awaitsInARow_areCounted(Awaits awaits) {
    Shop.run(() -> Shop.priceAll(3));
    Shop.run(() -> Shop.priceAll(2));
    awaits.serial().exactly(3);
  }

  @Test
  void oneAwait_isNoRow(Awaits awaits) {
    Shop.run(Shop::nap);
    awaits.serial().none();
  }

  @Test
  @Trama(onVirtualThread = true)
  void theTestsOwnAwaits_countOnAVirtualThread(Awaits awaits) {
    assertThat(Thread.currentThread().isVirtual()).isTrue();
    Shop.nap();
    Shop.nap();
    awaits.of("sleep").exactly(2);
    awaits.serial().exactly(2);
  }

  @Test
  void monitors_areAwaitedWithTheirStack(Awaits awaits) throws Exception {
    boolean suspends = Runtime.version().feature() >= 24;
    Thread second;
    synchronized (shop.shelf) {
      second = Thread.ofVirtual().start(shop::fillShelf);
      while (second.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
    }
    second.join();
    awaits.of("monitor-enter").exactly(suspends ? 1 : 0);
    awaits.of("monitor enter").in(Shop.class).exactly(suspends ? 1 : 0);
  }

  @Test
  void pinnedAwaits_areCounted(Awaits awaits) {
    Pinning.run();
    awaits.pinned().atLeast(1);
    awaits.of("pinned").atLeast(1);
  }

  @Test
  @NoPinning
  @AllTasksEnd
  @NoAwaitHolding
  @WokenBy(kind = "queue take", value = "clerk")
  @MatchesAwaits("hand-over.awaits")
  void whatTheAnnotationsDemand_holds(Awaits awaits) {
    Shop.handOver("clerk");
    awaits.of("queue take").wokenBy("clerk").exactly(1);
  }

  @Test
  void aNameThatDoesNotExist_isRefused(Awaits awaits) {
    assertThatThrownBy(() -> awaits.of("socket reed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no kind of await \"socket reed\"")
        .hasMessageContaining("socket read");
    assertThatThrownBy(() -> awaits.in("com.shop.Repositry"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no class com.shop.Repositry");
  }
}

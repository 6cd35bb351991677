package dev.trama.shop;

import dev.trama.junit.AllTasksEnd;
import dev.trama.junit.NoAwaitHolding;
import dev.trama.junit.NoPinning;
import dev.trama.junit.Trama;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

/** Tests to measure, with and without assertions: run by {@link TestOverhead}. */
class MeasuredShop {
  @RepeatedTest(50)
  void nothing() {}

  @RepeatedTest(50)
  void oneAwait() {
    Shop.run(Shop::nap);
  }

  /** A hundred threads with ten awaits each. */
  @RepeatedTest(20)
  void thousandAwaits() {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      workers.add(Thread.ofVirtual().start(() -> Shop.priceAll(10)));
    }
    workers.forEach(Shop::join);
  }

  /** The same tests, watched. */
  @Trama
  @NoPinning
  @NoAwaitHolding
  @AllTasksEnd
  static class Watched extends MeasuredShop {}
}

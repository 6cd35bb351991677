package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterTest {
  private static final int THREADS = 20; // more than there are stripes
  private static final int ADDITIONS = 10_000;

  @Test
  void additionsThatRace_areAllCounted() throws InterruptedException {
    var counter = new Counter();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(Thread.ofPlatform().start(() -> add(counter)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(counter.sum()).isEqualTo(3L * THREADS * ADDITIONS);
  }

  @Test
  void anyNumber_isAStripe() {
    var counter = new Counter();
    counter.increment(0);
    counter.increment(-1);
    counter.increment(Long.MIN_VALUE);
    counter.add(Long.MAX_VALUE, 5);
    assertThat(counter.sum()).isEqualTo(8);
  }

  private static void add(Counter counter) {
    long stripe = Thread.currentThread().threadId();
    for (int i = 0; i < ADDITIONS; i++) {
      counter.increment(stripe);
      counter.add(stripe, 2);
    }
  }
}

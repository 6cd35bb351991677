package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EndingThreadsTest {
  private static final int ROUNDS = 2_000_000;

  @Test
  void endingThread_isFoundByItsCarrierOnly() {
    EndingThreads.begin(7, 1_000_000_007);
    assertThat(EndingThreads.of(7)).isEqualTo(1_000_000_007);
    assertThat(EndingThreads.of(7 + 1024)).isZero();
    EndingThreads.end(7);
    assertThat(EndingThreads.of(7)).isZero();
  }

  /** Carriers that share a slot may miss their own thread, but never get another's. */
  @Test
  void carriersThatShareASlot_neverGetEachOthersThread() throws InterruptedException {
    var wrong = new AtomicLong();
    List<Thread> carriers = new ArrayList<>();
    for (long carrier : new long[] {5, 5 + 1024, 5 + 2048}) {
      carriers.add(Thread.ofPlatform().start(() -> endThreads(carrier, wrong)));
    }
    for (Thread carrier : carriers) {
      carrier.join();
    }
    assertThat(wrong).hasValue(0);
  }

  private static void endThreads(long carrier, AtomicLong wrong) {
    for (long thread = 1; thread <= ROUNDS; thread++) {
      long mine = thread * 4096 + carrier;
      EndingThreads.begin(carrier, mine);
      long found = EndingThreads.of(carrier);
      if (found != 0 && found != mine) {
        wrong.incrementAndGet();
      }
      EndingThreads.end(carrier);
    }
  }
}

package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownStacksTest {
  @AfterEach
  void forget() {
    KnownStacks.forget();
  }

  @Test
  void oneFingerprint_hasOneNumber_andOthersHaveOthers() {
    assertThat(named(0x1234_5678_9ABCL).stack).isEqualTo(named(0x1234_5678_9ABCL).stack);
    Set<Long> numbers = new HashSet<>();
    for (long i = 1; i <= 1_000; i++) {
      numbers.add(named(i * 0x9E3779B97F4A7C15L).stack);
    }
    assertThat(numbers).hasSize(1_000).doesNotContain(0L);
  }

  @Test
  void noNumberIsGivenTwice_whateverIsForgotten() {
    Set<Long> numbers = new HashSet<>();
    for (int life = 0; life < 5; life++) {
      for (long i = 1; i <= 500; i++) {
        assertThat(numbers.add(named(i * 0x9E3779B97F4A7C15L).stack)).isTrue();
      }
      KnownStacks.forget();
    }
  }

  /** Wakers look at an await while its carrier names its stack. */
  @Test
  void awaitThatIsOnlyBeingNamed_hasNoSlot() {
    KnownStacks.forget(); // a first number above 1
    OngoingAwait await = named(42);
    long number = await.stack;
    await.stack = 0;
    assertThat(KnownStacks.slotOf(await)).isEqualTo(-1);
    assertThat(Stacks.isWritten(await)).isFalse();
    await.stack = number;
    assertThat(KnownStacks.slotOf(await)).isNotNegative();
  }

  @Test
  void firstWakersOfAStack_areNew_inEachChunk() {
    OngoingAwait await = named(7);
    int slot = KnownStacks.slotOf(await);
    int first = 0;
    for (int i = 0; i < 100; i++) {
      first += await.knownStacks.isWakerNew(slot, 1) ? 1 : 0;
    }
    assertThat(first).isEqualTo(8);
    assertThat(await.knownStacks.isWakerNew(slot, 2)).isTrue();
  }

  private static OngoingAwait named(long fingerprint) {
    OngoingAwait await = new AwaitEvent();
    KnownStacks.name(await, fingerprint);
    return await;
  }
}

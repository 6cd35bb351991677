package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StacksTest {
  @AfterEach
  void reset() {
    Stacks.reset();
  }

  /** The agent may be stopped and attached again, with other options. */
  @Test
  void leavingStacksToJfr_endsWithTheRecording() {
    Stacks.leaveToJfr();
    assertThat(Stacks.writeOwn()).isZero();
    Stacks.reset();
    assertThat(Stacks.writeOwn()).isNotZero();
  }

  @Test
  void stackThatWasWritten_isNoneOfTheNextChunk() {
    OngoingAwait await = new AwaitEvent();
    KnownStacks.name(await, 42);
    Stacks.write(await, new Throwable().getStackTrace());
    assertThat(Stacks.isWritten(await)).isTrue();
    Stacks.beginChunk();
    assertThat(Stacks.isWritten(await)).isFalse();
  }

  /** A stack with the fingerprint of another one gets a number of its own, and is counted. */
  @Test
  void stackThatIsNotWhatItWasTakenFor_isCounted_andAllAreForgotten() {
    long before = Counters.STACK_MISMATCHES.sum();
    OngoingAwait first = new AwaitEvent();
    KnownStacks.name(first, 4711);
    Stacks.write(first, new Throwable().getStackTrace());
    OngoingAwait second = new AwaitEvent();
    KnownStacks.name(second, 4711);
    long takenFor = second.stack;
    assertThat(takenFor).isEqualTo(first.stack);
    Stacks.write(second, elsewhere());
    assertThat(Counters.STACK_MISMATCHES.sum()).isEqualTo(before + 1);
    assertThat(second.stack).isNotEqualTo(takenFor);
    assertThat(KnownStacks.count()).isZero();
  }

  private static StackTraceElement[] elsewhere() {
    return new Throwable().getStackTrace();
  }
}

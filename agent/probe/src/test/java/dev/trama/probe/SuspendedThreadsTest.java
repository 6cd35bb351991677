package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuspendedThreadsTest {
  private static final int MORE_THAN_THE_FIRST_TABLE = 100_000;

  private final List<OngoingAwait> entered = new ArrayList<>();

  @AfterEach
  void leaveAll() {
    entered.forEach(SuspendedThreads::leave);
    assertThat(SuspendedThreads.count()).isZero();
    for (int call = 0; call < 4; call++) {
      SuspendedThreads.tidy();
    }
  }

  @Test
  void suspension_isFoundUntilItLeaves() {
    OngoingAwait suspension = enter(thread());
    assertThat(SuspendedThreads.find(suspension.suspended)).isSameAs(suspension);
    assertThat(SuspendedThreads.find(thread())).isNull();
    SuspendedThreads.leave(suspension);
    assertThat(SuspendedThreads.find(suspension.suspended)).isNull();
  }

  @Test
  void nextSuspensionOfAThread_replacesTheOneBefore() {
    Thread thread = thread();
    SuspendedThreads.leave(enter(thread));
    OngoingAwait second = enter(thread);
    assertThat(SuspendedThreads.find(thread)).isSameAs(second);
  }

  @Test
  void tableGrows_andThoseInTheOlderOnesStayFindable() {
    for (int i = 0; i < MORE_THAN_THE_FIRST_TABLE; i++) {
      enter(thread());
    }
    assertThat(SuspendedThreads.count()).isEqualTo(MORE_THAN_THE_FIRST_TABLE);
    for (OngoingAwait suspension : entered) {
      assertThat(SuspendedThreads.find(suspension.suspended)).isSameAs(suspension);
    }
    Set<OngoingAwait> visited = new HashSet<>();
    SuspendedThreads.forEach(visited::add);
    assertThat(visited.equals(Set.copyOf(entered))).isTrue();
  }

  /** When threads that were suspended before a stop leave, later entries of other threads stay. */
  @Test
  void whoLeavesLate_removesOnlyItself() {
    Thread thread = thread();
    OngoingAwait before = enter(thread);
    SuspendedThreads.forgetAll();
    assertThat(SuspendedThreads.find(thread)).isNull();
    OngoingAwait after = enter(thread);
    assertThat(SuspendedThreads.leave(before)).as("whether its end is recorded").isFalse();
    assertThat(SuspendedThreads.find(thread)).isSameAs(after);
    assertThat(SuspendedThreads.leave(after)).isTrue();
  }

  @Test
  void whoLeavesTwice_removesNobodyElse() {
    OngoingAwait first = enter(thread());
    int slot = first.slot;
    SuspendedThreads.leave(first);
    OngoingAwait second = suspension(thread());
    first.table.slots.set(slot, second);
    SuspendedThreads.leave(first);
    assertThat(first.table.slots.get(slot)).isSameAs(second);
    first.table.slots.set(slot, null);
  }

  @Test
  void tablesThatABurstMade_areDroppedWhenItIsOver() {
    for (int i = 0; i < MORE_THAN_THE_FIRST_TABLE; i++) {
      enter(thread());
    }
    int grown = SuspendedThreads.capacity();
    entered.forEach(SuspendedThreads::leave);
    for (int call = 0; call < 4; call++) {
      SuspendedThreads.tidy();
    }
    assertThat(SuspendedThreads.capacity()).isLessThan(grown / 8);
  }

  /** The recorder's thread makes room before a suspending thread has to. */
  @Test
  void tableThatFillsUp_isGrownBeforeItIsFull() {
    int first = SuspendedThreads.capacity();
    for (int i = 0; i < first / 3; i++) {
      enter(thread());
    }
    SuspendedThreads.makeRoom();
    assertThat(SuspendedThreads.capacity()).isGreaterThan(first);
  }

  /** Many threads enter and leave at once; each finds itself, and only itself. */
  @Test
  void entersThatRace_loseNone() throws InterruptedException {
    int racers = 8;
    int rounds = 20_000;
    var mistakes = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < racers; i++) {
      threads.add(Thread.ofPlatform().start(() -> race(rounds, mistakes)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(mistakes).hasValue(0);
  }

  @SuppressWarnings("ReferenceEquality") // the very suspension is meant
  private static void race(int rounds, AtomicInteger mistakes) {
    for (int i = 0; i < rounds; i++) {
      OngoingAwait suspension = suspension(Thread.ofVirtual().unstarted(() -> {}));
      SuspendedThreads.enter(suspension);
      if (SuspendedThreads.find(suspension.suspended) != suspension) {
        mistakes.incrementAndGet();
      }
      SuspendedThreads.leave(suspension);
      if (SuspendedThreads.find(suspension.suspended) != null) {
        mistakes.incrementAndGet();
      }
    }
  }

  private OngoingAwait enter(Thread thread) {
    OngoingAwait suspension = suspension(thread);
    SuspendedThreads.enter(suspension);
    entered.add(suspension);
    return suspension;
  }

  private static OngoingAwait suspension(Thread thread) {
    var suspension = new AwaitEvent();
    suspension.suspended = thread;
    return suspension;
  }

  private static Thread thread() {
    return Thread.ofVirtual().unstarted(() -> {});
  }
}

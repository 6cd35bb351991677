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

  private final List<Ongoing> entered = new ArrayList<>();

  @AfterEach
  void leaveAll() {
    entered.forEach(SuspendedThreads::leave);
    assertThat(SuspendedThreads.count()).isZero();
  }

  @Test
  void suspension_isFoundUntilItLeaves() {
    Ongoing suspension = enter(thread());
    assertThat(SuspendedThreads.find(suspension.suspended)).isSameAs(suspension);
    assertThat(SuspendedThreads.find(thread())).isNull();
    SuspendedThreads.leave(suspension);
    assertThat(SuspendedThreads.find(suspension.suspended)).isNull();
  }

  @Test
  void nextSuspensionOfAThread_replacesTheOneBefore() {
    Thread thread = thread();
    SuspendedThreads.leave(enter(thread));
    Ongoing second = enter(thread);
    assertThat(SuspendedThreads.find(thread)).isSameAs(second);
  }

  @Test
  void tableGrows_andThoseInTheOlderOnesStayFindable() {
    for (int i = 0; i < MORE_THAN_THE_FIRST_TABLE; i++) {
      enter(thread());
    }
    assertThat(SuspendedThreads.count()).isEqualTo(MORE_THAN_THE_FIRST_TABLE);
    for (Ongoing suspension : entered) {
      assertThat(SuspendedThreads.find(suspension.suspended)).isSameAs(suspension);
    }
    Set<Ongoing> visited = new HashSet<>();
    SuspendedThreads.forEach(visited::add);
    assertThat(visited.equals(Set.copyOf(entered))).isTrue();
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
      Ongoing suspension = suspension(Thread.ofVirtual().unstarted(() -> {}));
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

  private Ongoing enter(Thread thread) {
    Ongoing suspension = suspension(thread);
    SuspendedThreads.enter(suspension);
    entered.add(suspension);
    return suspension;
  }

  private static Ongoing suspension(Thread thread) {
    var suspension = new AwaitEvent();
    suspension.suspended = thread;
    return suspension;
  }

  private static Thread thread() {
    return Thread.ofVirtual().unstarted(() -> {});
  }
}

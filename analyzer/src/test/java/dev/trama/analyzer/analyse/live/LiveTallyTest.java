package dev.trama.analyzer.analyse.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.How;
import dev.trama.analyzer.model.LiveEvent.State;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveTallyTest {
  private static final long SECOND = 1_000_000_000;
  private static final How LOCKED = new How(AwaitKind.PARK, false, Awaitable.NONE, 1);
  private static final How ASLEEP = new How(AwaitKind.SLEEP, true, Awaitable.NONE, 2);

  private final LiveTally tally = new LiveTally(SECOND / 2, false);

  @BeforeEach
  void twoStacks() {
    tally.accept(new LiveEvent.Named(1, stack("Shop.buy", lock())));
    tally.accept(new LiveEvent.Named(2, stack("Shop.nap", null)));
    tally.accept(new LiveEvent.Passed(SECOND));
  }

  private static Frame lock() {
    return new Frame(
        "java.util.concurrent.locks.ReentrantLock",
        "lock",
        "ReentrantLock.java",
        322,
        Frame.Origin.JDK);
  }

  private static Stack stack(String method, Frame top) {
    int dot = method.indexOf('.');
    var own =
        new Frame(
            "shop." + method.substring(0, dot),
            method.substring(dot + 1),
            "Shop.java",
            7,
            Frame.Origin.APPLICATION);
    return new Stack(top == null ? List.of(own) : List.of(top, own), false);
  }

  private static ThreadRef task(long id) {
    return new ThreadRef(id, "buyer-" + id, true);
  }

  private void resumed(long task, How how, long nanos, long readyNanos, Waker waker) {
    tally.accept(new LiveEvent.Resumed(task, "buyer-" + task, how, nanos, readyNanos, waker));
  }

  @Test
  void rates_areOfTheTimeSinceTheLastView() {
    for (int i = 0; i < 10; i++) {
      resumed(7, LOCKED, 2_000, 500, new Waker.ByThread(8));
    }
    tally.accept(new LiveEvent.Passed(3 * SECOND));
    LiveView.Point point = tally.view().points().getFirst();
    assertThat(point.kind()).isEqualTo("lock");
    assertThat(point.awaitsPerSecond()).isEqualTo(5);
    assertThat(point.meanNanos()).isEqualTo(2_000);
    assertThat(tally.view().counts().readyP99Nanos()).isBetween(450L, 550L);

    tally.accept(new LiveEvent.Passed(4 * SECOND));
    assertThat(tally.view().counts().awaitsPerSecond()).isZero();
  }

  @Test
  void viewsAreNoOftenerThanAskedFor() {
    resumed(7, LOCKED, 2_000, 500, Waker.UNKNOWN);
    tally.accept(new LiveEvent.Passed(SECOND + SECOND / 10));
    assertThat(tally.view().counts().awaitsPerSecond()).isZero();
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    assertThat(tally.view().counts().awaitsPerSecond()).isEqualTo(1);
  }

  @Test
  void onlyTheNewestLookCounts_andItStaysUntilThereIsANewerOne() {
    tally.accept(new LiveEvent.Waiting(1, LOCKED, 9, 0, SECOND, task(3)));
    tally.accept(new LiveEvent.Waiting(2, LOCKED, 4, 1, SECOND, task(3)));
    tally.accept(new LiveEvent.Waiting(2, ASLEEP, 2, 0, 5, task(4)));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    assertThat(tally.view().counts().awaiting()).isEqualTo(6);
    assertThat(tally.view().counts().ready()).isEqualTo(1);
    assertThat(tally.view().kinds())
        .extracting(LiveView.Kind::name, LiveView.Kind::awaiting)
        .containsExactly(tuple("lock", 4L), tuple("sleep", 2L));

    tally.accept(new LiveEvent.Passed(3 * SECOND));
    assertThat(tally.view().counts().awaiting()).isEqualTo(6);
    assertThat(tally.view().looks()).isEqualTo(1);
  }

  @Test
  void aLookThatFindsNobody_isOneToo() {
    tally.accept(new LiveEvent.Waiting(1, LOCKED, 9, 0, SECOND, task(3)));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    tally.accept(new LiveEvent.Waiting(2, LOCKED, 0, 0, 0, ThreadRef.UNKNOWN));
    tally.accept(new LiveEvent.Passed(3 * SECOND));
    assertThat(tally.view().counts().inFlight()).isZero();
    assertThat(tally.view().looks()).isEqualTo(2);
  }

  @Test
  void birthsAndEnds_areOfTheTasksEntry() {
    tally.accept(new LiveEvent.Started(7));
    resumed(7, LOCKED, 1, 1, Waker.UNKNOWN);
    resumed(9, LOCKED, 1, 1, Waker.UNKNOWN); // began before anybody listened
    tally.accept(new LiveEvent.Ended(7));
    tally.accept(new LiveEvent.Started(8));
    tally.accept(new LiveEvent.Ended(8));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    Map<String, Double> born =
        tally.view().entries().stream()
            .collect(Collectors.toMap(LiveView.Entry::name, LiveView.Entry::bornPerSecond));
    assertThat(born).containsEntry("Shop.buy", 1.0);
    assertThat(tally.view().entries())
        .filteredOn(it -> it.name().equals(KnownTasks.NEVER_SUSPENDED))
        .allSatisfy(it -> assertThat(it.endedPerSecond()).isEqualTo(1))
        .hasSize(1);
    assertThat(tally.view().counts().bornPerSecond()).isEqualTo(2);
  }

  @Test
  void threadsOfTheJdk_areLeftOut() {
    tally.accept(new LiveEvent.Resumed(5, "SubPoller-1", LOCKED, 9, 1, Waker.UNKNOWN));
    tally.accept(new LiveEvent.Waiting(1, LOCKED, 1, 0, 9, new ThreadRef(5, "SubPoller-1", true)));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    assertThat(tally.view().counts().awaitsPerSecond()).isZero();
    assertThat(tally.view().counts().awaiting()).isZero();
  }

  @Test
  void theChosenTask_isToldWithItsStackParentChildrenAndPast() {
    tally.choose(7);
    resumed(1, ASLEEP, 1, 0, Waker.TIMER);
    tally.accept(new LiveEvent.Born(task(7), task(1)));
    tally.accept(new LiveEvent.Born(task(70), task(7)));
    for (int i = 1; i <= 7; i++) {
      resumed(7, ASLEEP, i, 0, Waker.TIMER);
    }
    tally.accept(
        new LiveEvent.Chosen(
            1, task(7), State.AWAITING, LOCKED, 42, 1, 0, stack("Shop.buy", lock())));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    LiveView.Chosen chosen = tally.view().chosen().orElseThrow();
    assertThat(chosen.kind()).isEqualTo("lock");
    assertThat(chosen.entry()).isEqualTo("Shop.buy");
    assertThat(chosen.owner().name()).isEqualTo("buyer-1");
    assertThat(chosen.parent().id()).isEqualTo(1);
    assertThat(chosen.children()).extracting(ThreadRef::id).containsExactly(70L);
    assertThat(chosen.past()).extracting(LiveView.Past::nanos).containsExactly(7L, 6L, 5L, 4L, 3L);
    assertThat(chosen.past().getFirst().waker()).isEqualTo("timer");

    tally.choose(0);
    tally.accept(new LiveEvent.Passed(3 * SECOND));
    assertThat(tally.view().chosen()).isEmpty();
  }

  @Test
  void tasksThatAwaitEachOthersLocks_areAFinding() {
    tally.accept(new LiveEvent.Waiting(1, LOCKED, 2, 0, 9, task(3)));
    tally.accept(new LiveEvent.WaitingTask(1, task(3), LOCKED, 9, 4, 0));
    tally.accept(new LiveEvent.WaitingTask(1, task(4), LOCKED, 9, 3, 0));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    assertThat(tally.view().findings())
        .extracting(LiveView.Finding::id)
        .containsExactly("wait-cycle");
    assertThat(tally.view().findings().getFirst().message()).contains("buyer-3 #3", "buyer-4 #4");
  }

  @Test
  void oneThatAwaitsAHolder_isNone() {
    tally.accept(new LiveEvent.WaitingTask(1, task(3), LOCKED, 9, 4, 0));
    tally.accept(new LiveEvent.Waiting(1, LOCKED, 1, 0, 9, task(3)));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    assertThat(tally.view().findings()).isEmpty();
  }

  @Test
  void aLockAwaitedForLong_isStuck() {
    long eleven = TimeUnit.SECONDS.toNanos(11);
    tally.accept(new LiveEvent.Waiting(1, LOCKED, 1, 0, eleven, task(3)));
    tally.accept(new LiveEvent.Waiting(1, ASLEEP, 1, 0, eleven, task(4)));
    tally.accept(new LiveEvent.Passed(2 * SECOND));
    assertThat(tally.view().findings())
        .extracting(LiveView.Finding::message)
        .containsExactly("1 task awaits a lock at Shop.java:7, for 11 s");
  }
}

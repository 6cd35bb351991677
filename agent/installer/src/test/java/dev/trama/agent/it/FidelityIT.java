package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.Await;
import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.MonitorAwait;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Every suspension is found, exactly as often as it happened, as what it was. */
class FidelityIT {
  /**
   * And may ring before the thread has given up its carrier: the await is short and unexplained.
   */
  private static final boolean TIMER_IS_SET_FIRST = Runtime.version().feature() < 24;

  private static Traced traced;

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    traced =
        ChildJvm.running(FidelityProgram.class, directory)
            .traced("stacks=all")
            .run()
            .succeeded()
            .recording()
            .whole();
  }

  @Test
  void parks() {
    assertThat(traced.awaitsOf("parker"))
        .hasSize(FidelityProgram.PARKS)
        .allMatch(await -> await.kind().equals("park") && await.timeout().isZero())
        .allMatch(await -> await.awaitable().equals("java.lang.Object"))
        .allMatch(await -> !await.pinned() && !await.timedOut() && !await.interrupted())
        .allMatch(await -> await.frames().contains(FidelityProgram.class.getName() + ".park"));
  }

  @Test
  void timedParks() {
    assertThat(traced.awaitsOf("timed-parker"))
        .hasSize(FidelityProgram.TIMED_PARKS)
        .allMatch(await -> await.kind().equals("park"))
        .allMatch(await -> await.timeout().equals(Duration.ofNanos(200_000)))
        .allMatch(await -> await.waker() == 0 && !await.pinned())
        .anyMatch(FidelityIT::timedOutInTime)
        .allMatch(await -> TIMER_IS_SET_FIRST || timedOutInTime(await));
  }

  @Test
  void sleeps() {
    assertThat(traced.awaitsOf("sleeper"))
        .hasSize(FidelityProgram.SLEEPS)
        .allMatch(await -> await.kind().equals("sleep") && await.waker() == 0)
        .anyMatch(FidelityIT::timedOutInTime)
        .allMatch(await -> TIMER_IS_SET_FIRST || timedOutInTime(await));
  }

  @Test
  void yields() {
    assertThat(traced.awaitsOf("yielder"))
        .hasSize(FidelityProgram.YIELDS)
        .allMatch(await -> await.kind().equals("yield") && await.waker() == 0);
  }

  @Test
  void sleepOfZero_isAYield() {
    assertThat(traced.awaitsOf("zero-sleeper"))
        .hasSize(FidelityProgram.SLEEPS_OF_ZERO)
        .allMatch(await -> await.kind().equals("yield"));
  }

  @Test
  void parkThatReturnsAtOnce_isNoAwait() {
    assertThat(traced.awaitsOf("futile-parker")).isEmpty();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void monitorEnters() {
    assertThat(traced.monitorAwaitsOf("contender"))
        .hasSize(FidelityProgram.MONITOR_ENTERS)
        .allMatch(await -> await.kind().equals("monitor-enter") && await.timeout().isZero())
        .allMatch(await -> at(await, "FidelityProgram.lambda$monitorEnters"));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void waitsThatAreNotified() {
    assertThat(traced.monitorAwaitsOf("notified-waiter"))
        .filteredOn(await -> await.kind().equals("object-wait"))
        .hasSize(FidelityProgram.WAITS_NOTIFIED)
        .allMatch(await -> !await.timedOut() && !await.interrupted() && await.timeout().isZero())
        .allMatch(await -> at(await, "FidelityProgram.await"));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void waitsThatTimeOut() {
    assertThat(traced.monitorAwaitsOf("timed-waiter"))
        .hasSize(FidelityProgram.WAITS_TIMED_OUT)
        .allMatch(await -> await.kind().equals("object-wait") && await.timedOut())
        .allMatch(await -> await.timeout().equals(Duration.ofMillis(2)))
        .allMatch(await -> await.duration().compareTo(Duration.ofMillis(2)) >= 0);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void waitsThatAreInterrupted() {
    assertThat(traced.monitorAwaitsOf("interrupted-waiter"))
        .hasSize(FidelityProgram.WAITS_INTERRUPTED)
        .allMatch(await -> await.kind().equals("object-wait"))
        .allMatch(await -> await.interrupted() && !await.timedOut());
  }

  /** The agent turns JFR's own events on where monitors pin, and only there. */
  @Test
  void monitors_areRecordedByJfrWhereTheyPin() {
    boolean pin = Runtime.version().feature() < 24;
    int waits =
        FidelityProgram.WAITS_NOTIFIED
            + FidelityProgram.WAITS_TIMED_OUT
            + FidelityProgram.WAITS_INTERRUPTED;
    assertThat(traced.count("jdk.JavaMonitorEnter"))
        .isGreaterThanOrEqualTo(pin ? FidelityProgram.MONITOR_ENTERS : 0)
        .isLessThanOrEqualTo(pin ? Integer.MAX_VALUE : 0);
    assertThat(traced.count("jdk.JavaMonitorWait"))
        .isGreaterThanOrEqualTo(pin ? waits : 0)
        .isLessThanOrEqualTo(pin ? Integer.MAX_VALUE : 0);
    assertThat(traced.monitorAwaits().isEmpty()).isEqualTo(pin);
  }

  /** Unknown when the thread was unblocked before it had come to rest. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void resumeLatencyOfMonitors_isPartOfTheAwait() {
    assertThat(traced.monitorAwaits())
        .anyMatch(await -> await.resumeLatency().isPositive())
        .allMatch(await -> await.resumeLatency().compareTo(await.duration()) <= 0);
  }

  @Test
  void resumeLatency_isPartOfTheAwait() {
    assertThat(traced.awaits())
        .anyMatch(await -> await.resumeLatency().isPositive())
        .allMatch(
            await ->
                await.resumeLatency().compareTo(Duration.between(await.start(), await.end())) <= 0);
  }

  @Test
  void pinnedParks() {
    assertThat(traced.awaitsOf("pinned-parker"))
        .hasSize(FidelityProgram.PINNED_PARKS)
        .allMatch(await -> await.kind().equals("park") && await.pinned() && !await.timedOut());
  }

  @Test
  void pinnedTimedParksAndSleeps() {
    List<Await> pinned = traced.awaitsOf("pinned-alone");
    assertThat(pinned).allMatch(await -> await.pinned() && await.timeout().isPositive());
    assertThat(pinned)
        .filteredOn(await -> await.kind().equals("park"))
        .hasSize(FidelityProgram.PINNED_TIMED_PARKS);
    assertThat(pinned)
        .filteredOn(await -> await.kind().equals("sleep"))
        .hasSize(FidelityProgram.PINNED_SLEEPS);
    assertThat(pinned).hasSize(FidelityProgram.PINNED_TIMED_PARKS + FidelityProgram.PINNED_SLEEPS);
  }

  private static boolean timedOutInTime(Await await) {
    return await.timedOut() && lastedItsTimeout(await);
  }

  private static boolean lastedItsTimeout(Await await) {
    return Duration.between(await.start(), await.end()).compareTo(await.timeout()) >= 0;
  }

  private static boolean at(MonitorAwait await, String method) {
    return await.frames().stream().anyMatch(frame -> frame.contains(method));
  }
}

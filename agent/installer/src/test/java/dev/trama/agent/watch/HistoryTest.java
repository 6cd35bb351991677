package dev.trama.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final History history = new History(30);
  private final ReadyCounts ready = ReadyCounts.none();
  private long awaits;
  private long seconds;

  /** A second later, this many tasks await a lock. */
  private void next(long awaiting) {
    seconds++;
    history.add(
        new Moment(
            seconds * SECOND,
            awaits,
            awaiting == 0 ? Map.of() : Map.of("lock", awaiting),
            0,
            ready.plus(ReadyCounts.none()),
            ReadyCounts.none(),
            Map.of(),
            Moment.Longest.NONE,
            0,
            ""));
  }

  private void ready(int times, long nanos) {
    for (int i = 0; i < times; i++) {
      ready.add(nanos);
    }
  }

  private boolean holds(String condition) {
    return Conditions.parse(condition).check(history).isPresent();
  }

  @Test
  void quantileIsOfTheWindowOnly() {
    ready(1_000, 500 * MILLI);
    next(0);
    for (int i = 0; i < 10; i++) {
      ready(100, MILLI);
      next(0);
    }
    assertThat(holds("ready.p99>20ms/10s")).isFalse();
    assertThat(holds("ready.p99>20ms/30s")).as("before the first look is no window's").isFalse();
    ready(20, 50 * MILLI);
    next(0);
    assertThat(holds("ready.p99>20ms/10s")).isTrue();
    assertThat(holds("ready.p99>60ms/10s")).isFalse();
    assertThat(holds("ready.p50>20ms/10s")).isFalse();
    assertThat(holds("ready.max>40ms/1s")).isTrue();
    next(0);
    assertThat(holds("ready.max>40ms/1s")).isFalse();
  }

  @Test
  void quantileOfTooFewIsNone() {
    next(0);
    ready(99, 50 * MILLI);
    next(0);
    assertThat(holds("ready.p99>20ms")).isFalse();
    assertThat(holds("ready.p90>20ms")).isTrue();
    ready(1, 50 * MILLI);
    next(0);
    assertThat(holds("ready.p99>20ms")).isTrue();
  }

  @Test
  void numberOfTasksHoldsAllThroughTheWindow() {
    next(60);
    assertThat(holds("awaiting(lock)>50")).isTrue();
    assertThat(holds("awaiting>50")).isTrue();
    assertThat(holds("awaiting(future get)>0")).isFalse();
    assertThat(holds("awaiting(lock)>50/3s")).as("not yet seen for so long").isFalse();
    next(60);
    next(60);
    next(60);
    assertThat(holds("awaiting(lock)>50/3s")).isTrue();
    next(40);
    assertThat(holds("awaiting(lock)>50")).isFalse();
    next(60);
    assertThat(holds("awaiting(lock)>50/3s")).isFalse();
  }

  @Test
  void whatNoWindowReachesIsDropped_andTheLongestWindowIsStillWhole() {
    for (int i = 0; i < 100; i++) {
      next(60);
    }
    assertThat(holds("awaiting(lock)>50/30s")).isTrue();
    assertThat(holds("awaiting(lock)>50/40s")).isFalse();
  }

  @Test
  void rateIsOfTheWindow() {
    next(0);
    for (int i = 0; i < 20; i++) {
      awaits += 7;
      next(0);
    }
    assertThat(history.awaitsPerSecond(10)).isEqualTo(7);
  }
}

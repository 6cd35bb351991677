package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stacks cost what they may, and are spent where they tell most. Time is the test's own. */
class GovernorTest {
  private static final long TICK_NANOS = 100_000_000;
  private static final long CAPTURE_NANOS = 2_000;
  private static final long SHORT_NANOS = 1_000;
  private static final long LONG_NANOS = 1_000_000_000;
  private static final double PERCENT = 2;
  private static final int PROCESSORS = 2;
  private static final long BUDGET_A_TICK = (long) (PERCENT / 100 * PROCESSORS * TICK_NANOS);

  /** No multiple of a power of two is a sampled thread's id for long; this one never is. */
  private static final long UNSAMPLED = (1L << 20) - 1;

  private long now = System.nanoTime();

  @AfterEach
  void unlimited() {
    Governor.takeAllStacks();
  }

  @Test
  void allStacks_areNeverDenied() {
    Governor.takeAllStacks();
    storm(10, 10_000);
    assertThat(Governor.mayDeny()).isFalse();
    assertThat(Governor.isUnlimited()).isTrue();
    assertThat(Governor.allowsStack(0, UNSAMPLED)).isTrue();
    assertThat(Governor.budget()).isEqualTo(1);
  }

  @Test
  void noStacks_areAlwaysDenied() {
    Governor.takeNoStacks();
    assertThat(Governor.mayDeny()).isTrue();
    assertThat(Governor.allowsStack(Long.MAX_VALUE, 0)).isFalse();
    assertThat(Governor.thresholdNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(Governor.budget()).isZero();
  }

  @Test
  void underTheBudget_nothingIsDenied() {
    limit();
    long denied = storm(50, BUDGET_A_TICK / CAPTURE_NANOS / 2);
    assertThat(denied).isZero();
    assertThat(Governor.thresholdNanos()).isZero();
  }

  @Test
  void inAStorm_theBudgetHolds() {
    limit();
    storm(100, 100_000);
    long before = Governor.spentNanos();
    storm(100, 100_000);
    assertThat(Governor.spentNanos() - before)
        .isLessThan(100 * BUDGET_A_TICK * 5 / 4)
        .isGreaterThan(100 * BUDGET_A_TICK / 4);
  }

  @Test
  void inAStorm_mostShortAwaitsGoWithout() {
    limit();
    long denied = storm(100, 100_000);
    assertThat(denied).isGreaterThan(100 * 100_000 * 9 / 10);
  }

  @Test
  void afterAStorm_allHaveTheirStackAgain() {
    limit();
    storm(100, 100_000);
    storm(100, 0);
    assertThat(Governor.thresholdNanos()).isZero();
    assertThat(Governor.allowsStack(SHORT_NANOS, UNSAMPLED)).isTrue();
    assertThat(Governor.mayDeny()).isFalse();
  }

  @Test
  void inAStormOfShortAwaits_longOnesHaveTheirStack() {
    limit();
    storm(100, 100_000);
    storm(20, 0); // the storm pauses: the allowance recovers before the threshold falls to nothing
    assertThat(Governor.allowsStack(LONG_NANOS, UNSAMPLED)).isTrue();
  }

  @Test
  void oneInterruptedCapture_doesNotEatTheBudget() {
    limit();
    long before = Governor.spentNanos();
    Governor.spent(LONG_NANOS, UNSAMPLED);
    assertThat(Governor.spentNanos() - before).isLessThan(BUDGET_A_TICK);
    assertThat(Governor.allowsStack(SHORT_NANOS, UNSAMPLED)).isTrue();
  }

  private void limit() {
    Governor.limit(PERCENT, PROCESSORS);
    now = System.nanoTime();
    storm(300, 0); // whatever an earlier test left
  }

  /** So many short awaits in each of so many ticks; returns how many were denied their stack. */
  private long storm(int ticks, long awaits) {
    long denied = 0;
    for (int tick = 0; tick < ticks; tick++) {
      for (long i = 0; i < awaits; i++) {
        if (Governor.allowsStack(SHORT_NANOS, UNSAMPLED)) {
          Governor.spent(CAPTURE_NANOS, UNSAMPLED);
        } else {
          denied++;
        }
      }
      tick();
    }
    return denied;
  }

  private void tick() {
    now += TICK_NANOS;
    Governor.tick(now);
  }
}

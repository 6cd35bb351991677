package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Stacks cost no more than allowed, and are taken where they are worth most. Time is the test's
 * own.
 */
class StackBudgetTest {
  private static final long TICK_NANOS = 20_000_000;
  private static final long WALK_NANOS = 2_000;
  private static final long SHORT_NANOS = 1_000;
  private static final long LONG_NANOS = 1_000_000_000;
  private static final double PERCENT = 2;
  private static final int PROCESSORS = 2;
  private static final long BUDGET_A_TICK = (long) (PERCENT / 100 * PROCESSORS * TICK_NANOS);

  /** No multiple of a power of two is a sampled thread's id for long; this one never is. */
  private static final long UNSAMPLED = (1L << 20) - 1;

  private long now = System.nanoTime();

  @AfterEach
  void none() {
    StackBudget.takeNoStacks();
  }

  @Test
  void noStacks_areAlwaysDenied() {
    StackBudget.takeNoStacks();
    assertThat(StackBudget.allowsNew()).isFalse();
    assertThat(StackBudget.allowsMore()).isFalse();
    assertThat(StackBudget.allowsUnrecognised(Long.MAX_VALUE, 0)).isFalse();
    assertThat(StackBudget.thresholdNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(StackBudget.budget()).isZero();
  }

  @Test
  void underTheBudget_nothingIsDenied() {
    limit();
    long denied = storm(250, BUDGET_A_TICK / WALK_NANOS / 3);
    assertThat(denied).isZero();
    assertThat(StackBudget.thresholdNanos()).isZero();
  }

  @Test
  void inAStorm_theBudgetHolds() {
    limit();
    storm(500, 20_000);
    long before = StackBudget.spentNanos();
    storm(500, 20_000);
    assertThat(StackBudget.spentNanos() - before)
        .isLessThan(500 * BUDGET_A_TICK * 5 / 4)
        .isGreaterThan(500 * BUDGET_A_TICK / 4);
  }

  @Test
  void inAStorm_mostShortAwaitsGoWithout() {
    limit();
    long denied = storm(500, 20_000);
    assertThat(denied).isGreaterThan(500 * 20_000 * 9 / 10);
  }

  @Test
  void inAStormOfWalks_newStacksAreWalkedStill() {
    limit();
    storm(500, 20_000);
    assertThat(StackBudget.allowsNew()).isTrue();
  }

  /** As when each await has a stack that none had before. */
  @Test
  void newStacks_endWhenTheyAreDeepInDebt() {
    limit();
    long walks = 0;
    while (StackBudget.allowsNew()) {
      assertThat(walks++).isLessThan(1_000_000);
      for (int i = 0; i < 1_000; i++) {
        StackBudget.spent(WALK_NANOS, UNSAMPLED);
      }
      tick();
    }
    assertThat(StackBudget.allowsMore()).isFalse();
  }

  @Test
  void afterAStorm_allHaveTheirStackAgain() {
    limit();
    storm(500, 20_000);
    storm(500, 0);
    assertThat(StackBudget.thresholdNanos()).isZero();
    assertThat(StackBudget.allowsUnrecognised(SHORT_NANOS, UNSAMPLED)).isTrue();
    assertThat(StackBudget.allowsMore()).isTrue();
  }

  @Test
  void inAStormOfShortAwaits_longOnesHaveTheirStack() {
    limit();
    storm(500, 20_000);
    storm(100, 0); // the storm pauses: the allowance recovers before the threshold falls to nothing
    assertThat(StackBudget.allowsUnrecognised(LONG_NANOS, UNSAMPLED)).isTrue();
  }

  @Test
  void oneInterruptedWalk_doesNotEatTheBudget() {
    limit();
    long before = StackBudget.spentNanos();
    StackBudget.spent(LONG_NANOS, UNSAMPLED);
    assertThat(StackBudget.spentNanos() - before).isLessThan(5 * BUDGET_A_TICK);
    tick();
    assertThat(StackBudget.allowsUnrecognised(SHORT_NANOS, UNSAMPLED)).isTrue();
  }

  private void limit() {
    StackBudget.limit(PERCENT, PROCESSORS);
    now = System.nanoTime();
  }

  /** A number of short awaits in each of a number of ticks; returns how many got no stack. */
  private long storm(int ticks, long awaits) {
    long denied = 0;
    for (int tick = 0; tick < ticks; tick++) {
      for (long i = 0; i < awaits; i++) {
        if (StackBudget.allowsUnrecognised(SHORT_NANOS, UNSAMPLED)) {
          StackBudget.spent(WALK_NANOS, UNSAMPLED);
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
    StackBudget.tick(now);
  }
}

package dev.trama.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that run in parallel do not see each other's awaits, and none is missed. */
class CrowdIT {
  private static final int ROUNDS = Integer.getInteger("trama.rounds", 20);

  @Test
  void testsInParallel_seeTheirOwnAwaitsAlone() {
    var parallel =
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");
    for (int round = 1; round <= ROUNDS; round++) {
      var events = Outcomes.of(CrowdedShop.class, parallel);
      assertThat(Outcomes.thrown(events)).as("round " + round).isEmpty();
      assertThat(events.succeeded().count()).isEqualTo(CrowdedShop.TESTS);
    }
  }
}

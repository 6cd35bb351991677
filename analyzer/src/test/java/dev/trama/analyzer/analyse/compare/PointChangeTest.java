package dev.trama.analyzer.analyse.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.analyse.stats.Quantiles;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distributions drawn with a fixed seed, so that what is chance is known. */
class PointChangeTest {
  private final Random random = new Random(42);

  private Quantiles drawn(int count, double meanMillis) {
    var drawn = new Quantiles();
    for (int i = 0; i < count; i++) {
      drawn.add(Math.round(meanMillis * 1e6 * (0.5 + random.nextDouble())));
    }
    return drawn;
  }

  private static PointChange change(Quantiles before, Quantiles after, double tasks) {
    return new PointChange("lock", "A.b", "A.java:1", before, after, tasks, tasks);
  }

  @Test
  void sameProgramTwice_isNoise() {
    assertThat(change(drawn(1000, 10), drawn(1000, 10), 100).verdict())
        .isEqualTo(PointChange.Verdict.NOISE);
  }

  @Test
  void twiceAsLong_isSlower() {
    assertThat(change(drawn(1000, 10), drawn(1000, 20), 100).verdict())
        .isEqualTo(PointChange.Verdict.SLOWER);
    assertThat(change(drawn(1000, 20), drawn(1000, 10), 100).verdict())
        .isEqualTo(PointChange.Verdict.FASTER);
  }

  @Test
  void twiceAsLong_butTooFewToTell_isNoise() {
    assertThat(change(drawn(3, 10), drawn(3, 20), 3).verdict())
        .isEqualTo(PointChange.Verdict.NOISE);
  }

  @Test
  void moreOften_countsByTask() {
    assertThat(change(drawn(1000, 10), drawn(2000, 10), 100).verdict())
        .isEqualTo(PointChange.Verdict.MORE);
    var twiceTheLoad =
        new PointChange("lock", "A.b", "A.java:1", drawn(1000, 10), drawn(2000, 10), 100, 200);
    assertThat(twiceTheLoad.verdict()).isEqualTo(PointChange.Verdict.NOISE);
  }

  @Test
  void onlyInOne_isNewOrGone() {
    assertThat(change(new Quantiles(), drawn(10, 1), 1).verdict())
        .isEqualTo(PointChange.Verdict.NEW);
    assertThat(change(drawn(10, 1), new Quantiles(), 1).verdict())
        .isEqualTo(PointChange.Verdict.GONE);
  }
}

package dev.trama.analyzer.analyse.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void few_areExact() {
    var quantiles = new Quantiles();
    for (long value : new long[] {50, 10, 30, 20, 40}) {
      quantiles.add(value);
    }
    assertThat(quantiles.p50()).isEqualTo(30);
    assertThat(quantiles.p99()).isEqualTo(50);
    assertThat(quantiles.max()).isEqualTo(50);
    assertThat(quantiles.total()).isEqualTo(150);
  }

  /** As in the page, which counts all: a service's suspension point of some seconds. */
  @Test
  void thousands_areExact_alsoWhenMoreCome() {
    var quantiles = new Quantiles();
    for (int i = 4_000; i > 1; i--) {
      quantiles.add(i * 1_009L);
    }
    assertThat(quantiles.p99()).isEqualTo(3_961 * 1_009L);
    quantiles.add(1_009);
    assertThat(quantiles.p50()).isEqualTo(2_000 * 1_009L);
    assertThat(quantiles.p99()).isEqualTo(3_960 * 1_009L);
  }

  @Test
  void many_areWithinOnePercent() {
    var random = new Random(7);
    long[] values = random.longs(100_000, 1, 10_000_000_000L).toArray();
    var quantiles = new Quantiles();
    Arrays.stream(values).forEach(quantiles::add);
    Arrays.sort(values);
    assertThat(quantiles.count()).isEqualTo(100_000);
    assertThat(quantiles.p50()).isCloseTo(values[49_999], Percentage.withPercentage(1));
    assertThat(quantiles.p99()).isCloseTo(values[98_999], Percentage.withPercentage(1));
    assertThat(quantiles.max()).isEqualTo(values[99_999]);
  }

  @Test
  void merged_areAsIfAddedOneByOne() {
    var few = new Quantiles();
    var many = new Quantiles();
    var all = new Quantiles();
    for (int i = 1; i <= 20_000; i++) {
      (i % 10 == 0 ? few : many).add(i);
      all.add(i);
    }
    few.add(many);
    assertThat(few.count()).isEqualTo(all.count());
    assertThat(few.total()).isEqualTo(all.total());
    assertThat(few.p50()).isEqualTo(all.p50());
    assertThat(few.max()).isEqualTo(all.max());
  }

  @Test
  void none_isZero() {
    assertThat(new Quantiles().p99()).isZero();
  }
}

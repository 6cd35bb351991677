package dev.trama.analyzer.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LogBucketsTest {
  @Property
  void aBucketHoldsItsValue_andIsAnEighthWideAtMost(
      @ForAll @LongRange(max = Long.MAX_VALUE / 2) long value) {
    int index = LogBuckets.index(value);
    long low = LogBuckets.low(index);
    long high = LogBuckets.low(index + 1) - 1;

    assertThat(value).isBetween(low, high);
    assertThat(high - low).isLessThanOrEqualTo(low / 8);
  }

  @Test
  void bucketsFollowEachOtherWithoutGap() {
    for (int i = 1; i < 480; i++) {
      assertThat(LogBuckets.index(LogBuckets.low(i))).isEqualTo(i);
      assertThat(LogBuckets.index(LogBuckets.low(i) - 1)).isEqualTo(i - 1);
    }
  }

  @Test
  void onlyThoseWithAValueAreThere() {
    var buckets = new LogBuckets();
    buckets.add(1000);
    buckets.add(1001);
    buckets.add(-1);
    buckets.add(3_000_000_000L);
    List<String> seen = new ArrayList<>();
    buckets.forEach((low, high, count) -> seen.add(low + ".." + high + " x" + count));

    assertThat(seen).containsExactly("0..0 x1", "960..1023 x2", "2952790016..3221225471 x1");
  }
}

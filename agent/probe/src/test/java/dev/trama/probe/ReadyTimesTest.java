package dev.trama.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadyTimesTest {
  @Test
  void bucketsFollowEachOther_andEachIsAnEighthWide() {
    long nanos = 1;
    for (int bucket = 1; bucket < ReadyTimes.BUCKETS - 1; bucket++) {
      long longest = ReadyTimes.longestOf(bucket);
      assertThat(ReadyTimes.bucketOf(nanos)).as("first of %d", bucket).isEqualTo(bucket);
      assertThat(ReadyTimes.bucketOf(longest)).as("last of %d", bucket).isEqualTo(bucket);
      assertThat(longest - nanos + 1).isLessThanOrEqualTo(Math.max(1, nanos / 8));
      nanos = longest + 1;
    }
  }

  @Test
  void lastBucketTakesTheRest() {
    assertThat(ReadyTimes.bucketOf(Long.MAX_VALUE)).isEqualTo(ReadyTimes.BUCKETS - 1);
  }

  @Test
  void unknownLengthsAreNotCounted_othersAre() {
    int bucket = ReadyTimes.bucketOf(5_000_000_000L);
    long before = ReadyTimes.counts()[bucket];
    long none = ReadyTimes.counts()[0];
    ReadyTimes.add(0, 1);
    ReadyTimes.add(5_000_000_000L, 1);
    ReadyTimes.add(5_000_000_000L, 2);
    assertThat(ReadyTimes.counts()[bucket]).isEqualTo(before + 2);
    assertThat(ReadyTimes.counts()[0]).isEqualTo(none);
  }

  @Test
  void longestPinnedAwaitIsToldOnce() {
    PinnedTimes.take();
    PinnedTimes.add(7);
    PinnedTimes.add(9);
    PinnedTimes.add(8);
    assertThat(PinnedTimes.take()).isEqualTo(9);
    assertThat(PinnedTimes.take()).isZero();
  }
}

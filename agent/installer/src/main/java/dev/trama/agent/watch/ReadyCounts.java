package dev.trama.agent.watch;

import dev.trama.probe.ReadyTimes;
import java.util.OptionalLong;

/** How long tasks were ready, counted by length as {@link ReadyTimes} does. */
final class ReadyCounts {
  private final long[] counts;

  private ReadyCounts(long[] counts) {
    this.counts = counts;
  }

  static ReadyCounts none() {
    return new ReadyCounts(new long[ReadyTimes.BUCKETS]);
  }

  static ReadyCounts sinceStart() {
    return new ReadyCounts(ReadyTimes.counts());
  }

  void add(long nanos) {
    counts[ReadyTimes.bucketOf(Math.max(1, nanos))]++;
  }

  ReadyCounts minus(ReadyCounts earlier) {
    var difference = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      difference[i] = Math.max(0, counts[i] - earlier.counts[i]);
    }
    return new ReadyCounts(difference);
  }

  ReadyCounts plus(ReadyCounts other) {
    var sum = counts.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.counts[i];
    }
    return new ReadyCounts(sum);
  }

  long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /**
   * The time in nanoseconds that this share of the tasks did not exceed; empty when there were too
   * few for it to differ from the longest: a p99 needs a hundred.
   */
  OptionalLong quantile(double share) {
    long total = total();
    if (total == 0 || (share < 1 && total * (1 - share) < 1 - 1e-9)) {
      return OptionalLong.empty();
    }
    long rank = Math.max(1, (long) Math.ceil(total * share - 1e-9));
    long seen = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      seen += counts[bucket];
      if (seen >= rank) {
        return OptionalLong.of(ReadyTimes.longestOf(bucket));
      }
    }
    throw new AssertionError("the counts add up to their total");
  }
}

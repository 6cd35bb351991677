package dev.trama.analyzer.export.table;

import java.util.Arrays;

/**
 * A distribution in buckets that are the same in every run, so that many runs can be added up:
 * eight for each power of two, so that the width of a bucket is at most an eighth of its value.
 */
final class LogBuckets {
  private static final int BITS = 3;
  private static final int PER_OCTAVE = 1 << BITS;

  private long[] counts = new long[8 * PER_OCTAVE];

  /** Takes one bucket. */
  interface BucketSink {
    void bucket(long low, long high, long count);
  }

  void add(long nanos) {
    int index = index(Math.max(0, nanos));
    if (index >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(index + 1, counts.length * 2));
    }
    counts[index]++;
  }

  /** Visits the buckets that are not empty, smallest first. */
  void forEach(BucketSink sink) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        sink.bucket(low(i), low(i + 1) - 1, counts[i]);
      }
    }
  }

  /** Values below 16 have a bucket of their own; above, the highest four bits decide. */
  static int index(long value) {
    if (value < 2 * PER_OCTAVE) {
      return (int) value;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - BITS;
    return shift * PER_OCTAVE + (int) (value >>> shift);
  }

  static long low(int index) {
    if (index < 2 * PER_OCTAVE) {
      return index;
    }
    int shift = index / PER_OCTAVE - 1;
    return (long) (index % PER_OCTAVE + PER_OCTAVE) << shift;
  }
}

package dev.trama.analyzer.analyse.stats;

import java.util.Arrays;

/** A list of numbers, without an object for each. */
public final class LongList {
  private long[] values = new long[16];
  private int size;

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  public long get(int index) {
    return values[index];
  }

  public int size() {
    return size;
  }

  /** A copy. */
  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** A copy in ascending order. */
  public long[] sorted() {
    long[] sorted = toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}

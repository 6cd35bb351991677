package dev.trama.analyzer.analyse.stats;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * The distribution of a duration in nanoseconds: exact for up to {@value #EXACT} values, then
 * within one per cent, in memory that does not grow.
 */
public final class Quantiles {
  private static final int EXACT = 4_096;
  private static final int SIGNIFICANT_DIGITS = 2;

  private long[] values = new long[4];
  private int size;
  private boolean sorted;
  private long count;
  private long total;
  private long max;
  private Histogram sketch;

  public void add(long nanos) {
    long value = Math.max(0, nanos);
    count++;
    total += value;
    max = Math.max(max, value);
    if (sketch != null) {
      sketch.recordValue(value);
    } else if (size < EXACT) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 4);
      }
      values[size++] = value;
      sorted = false;
    } else {
      sketch();
      sketch.recordValue(value);
    }
  }

  private void sketch() {
    sketch = new Histogram(SIGNIFICANT_DIGITS);
    sketch.setAutoResize(true);
    for (int i = 0; i < size; i++) {
      sketch.recordValue(values[i]);
    }
    size = 0;
    values = new long[0];
  }

  /** Adds all that another holds. */
  public void add(Quantiles other) {
    if (other.sketch == null) {
      for (int i = 0; i < other.size; i++) {
        add(other.values[i]);
      }
      return;
    }
    if (sketch == null) {
      sketch();
    }
    sketch.add(other.sketch);
    count += other.count;
    total += other.total;
    max = Math.max(max, other.max);
  }

  public long count() {
    return count;
  }

  public long total() {
    return total;
  }

  public long max() {
    return max;
  }

  /**
   * The value that {@code percent} per cent of the values do not exceed; 0 when there are no
   * values.
   */
  public long percentile(double percent) {
    if (count == 0) {
      return 0;
    }
    if (sketch != null) {
      return Math.min(max, sketch.getValueAtPercentile(percent));
    }
    if (!sorted) {
      Arrays.sort(values, 0, size);
      sorted = true;
    }
    int rank = (int) Math.ceil(percent / 100 * size);
    return values[Math.clamp(rank - 1, 0, size - 1)];
  }

  public long p50() {
    return percentile(50);
  }

  public long p99() {
    return percentile(99);
  }
}

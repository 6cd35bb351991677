package dev.trama.analyzer.analyse.stats;

/** A list of intervals, without an object for each. */
public final class Intervals {
  private final LongList starts = new LongList();
  private final LongList ends = new LongList();

  public void add(long startNanos, long endNanos) {
    starts.add(startNanos);
    ends.add(endNanos);
  }

  public void addAll(Intervals others) {
    for (int i = 0; i < others.size(); i++) {
      add(others.startNanos(i), others.endNanos(i));
    }
  }

  public int size() {
    return starts.size();
  }

  public long startNanos(int index) {
    return starts.get(index);
  }

  public long endNanos(int index) {
    return ends.get(index);
  }

  public long durationNanos(int index) {
    return ends.get(index) - starts.get(index);
  }

  /** Answers how much of them lies between two instants. */
  public CumulativeTime cumulated() {
    return new CumulativeTime(starts.toArray(), ends.toArray());
  }
}

package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Quantiles;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The requests of one name. */
public final class RequestGroup {
  private static final int EXAMPLES = 3;

  private final String name;
  private final Quantiles durations = new Quantiles();
  private final RequestTime time = new RequestTime();
  private final PriorityQueue<Example> slowest =
      new PriorityQueue<>(
          Comparator.comparingLong(Example::durationNanos)
              .thenComparing(Example::key, Comparator.reverseOrder()));
  private long cut;
  private boolean mayHoldSeveral;

  /** A request to open. */
  public record Example(String key, long durationNanos) {}

  RequestGroup(String name) {
    this.name = name;
  }

  void add(Request request, Lifelines lifelines) {
    mayHoldSeveral |= request.mayBeSeveral();
    if (!request.isWhole()) {
      cut++;
      return;
    }
    durations.add(request.durationNanos());
    time.add(request, lifelines);
    addExample(request);
  }

  private void addExample(Request request) {
    boolean isFull = slowest.size() == EXAMPLES;
    if (isFull && request.durationNanos() < slowest.peek().durationNanos()) {
      return;
    }
    slowest.add(new Example(request.key(), request.durationNanos()));
    if (slowest.size() > EXAMPLES) {
      slowest.poll();
    }
  }

  public String name() {
    return name;
  }

  /** Durations of those seen from start to end. */
  public Quantiles durations() {
    return durations;
  }

  public RequestTime time() {
    return time;
  }

  /** How many began before the recording, or were in flight at its end, and are not counted. */
  public long cut() {
    return cut;
  }

  /** Whether some that count as one may be several: {@link KeepAlive}. */
  public boolean mayHoldSeveral() {
    return mayHoldSeveral;
  }

  /** The slowest first. */
  public List<Example> slowest() {
    return slowest.stream().sorted(slowest.comparator().reversed()).toList();
  }
}

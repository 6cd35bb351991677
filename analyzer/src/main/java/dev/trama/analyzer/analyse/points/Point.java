package dev.trama.analyzer.analyse.points;

import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import java.util.Optional;

/** One kind of await at one suspension point, over all tasks. */
public final class Point {
  private final AwaitKind kind;
  private final FineKind fine;
  private final Optional<Frame> frame;
  private final Quantiles durations = new Quantiles();
  private final Quantiles ready = new Quantiles();
  private final WakerCounts wakers = new WakerCounts();

  Point(AwaitKind kind, FineKind fine, Optional<Frame> frame) {
    this.kind = kind;
    this.fine = fine;
    this.frame = frame;
  }

  void add(Await await) {
    durations.add(await.durationNanos());
    ready.add(await.readyNanos());
    wakers.add(await.waker());
  }

  public AwaitKind kind() {
    return kind;
  }

  public FineKind fine() {
    return fine;
  }

  /** Empty when no stack was taken. */
  public Optional<Frame> frame() {
    return frame;
  }

  public Quantiles durations() {
    return durations;
  }

  /** Resume latencies; 0 where unknown. */
  public Quantiles ready() {
    return ready;
  }

  public WakerCounts wakers() {
    return wakers;
  }
}

package dev.trama.analyzer.analyse.points;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Gathers suspension points from events in any order; memory grows only with the points. */
public final class PointsFold implements Consumer<TraceEvent> {
  private final BiPredicate<ThreadRef, Await> filter;
  private final Map<PointKey, Point> byKey = new HashMap<>();

  /** The same points by stack, which compares by identity: the fast path. */
  private final Map<StackSite, Point> byStack = new HashMap<>();

  private record StackSite(AwaitKind kind, FineKind fine, Stack stack) {}

  public PointsFold(BiPredicate<ThreadRef, Await> filter) {
    this.filter = filter;
  }

  @Override
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.Awaited e -> {
        if (filter.test(e.task(), e.await())) {
          add(e.await());
        }
      }
      case TraceEvent.StillAwaiting ignored -> {}
      case TraceEvent.Woke ignored -> {}
      case TraceEvent.Spawned ignored -> {}
      case TraceEvent.Started ignored -> {}
      case TraceEvent.Ended ignored -> {}
      case TraceEvent.PinnedBecause ignored -> {}
      case TraceEvent.Agent ignored -> {}
      case TraceEvent.Worked ignored -> {}
      case TraceEvent.Counted ignored -> {}
    }
  }

  /** Counts the await, whatever the filter says, and returns its point. */
  public Point add(Await await) {
    Point point = point(await);
    point.add(await);
    return point;
  }

  private Point point(Await await) {
    var quick = new StackSite(await.kind(), await.fine(), await.stack());
    Point known = byStack.get(quick);
    if (known != null) {
      return known;
    }
    Point point =
        byKey.computeIfAbsent(
            PointKey.of(await),
            key -> new Point(await.kind(), await.fine(), await.stack().suspensionPoint()));
    byStack.put(quick, point);
    return point;
  }

  /** The points, in no particular order. */
  public List<Point> points() {
    return List.copyOf(byKey.values());
  }
}

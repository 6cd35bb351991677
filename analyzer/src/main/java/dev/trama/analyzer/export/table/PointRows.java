package dev.trama.analyzer.export.table;

import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointKey;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.TraceEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/** Suspension points as {@code trama points} has them, and the distributions of their times. */
final class PointRows {
  private final PointsFold points = new PointsFold((task, await) -> true);
  private final Map<PointKey, Distributed> byKey = new HashMap<>();
  private final Map<Seen, Distributed> bySeen = new HashMap<>();

  /** Stacks compare by identity: the fast way in. */
  private record Seen(AwaitKind kind, FineKind fine, Stack stack) {}

  private record Distributed(String id, LogBuckets awaits, LogBuckets ready) {}

  /** Returns the point's id. */
  String add(TraceEvent.Awaited event) {
    points.accept(event);
    Await await = event.await();
    var seen = new Seen(await.kind(), await.fine(), await.stack());
    Distributed point = bySeen.get(seen);
    if (point == null) {
      point = byKey.computeIfAbsent(PointKey.of(await), PointRows::distributed);
      bySeen.put(seen, point);
    }
    point.awaits.add(await.durationNanos());
    point.ready.add(await.readyNanos());
    return point.id;
  }

  private static Distributed distributed(PointKey key) {
    return new Distributed(id(key), new LogBuckets(), new LogBuckets());
  }

  private static String id(PointKey key) {
    return Hashes.of(
        String.join("\n", key.kind().jsonName(), key.fine().name(), key.method(), key.site()));
  }

  void writeTo(RowSink sink, String run, LongFunction<String> names) {
    points.points().forEach(point -> write(point, sink, run, names));
    for (Distributed point : byKey.values()) {
      point.awaits.forEach(
          (low, high, count) -> sink.row(Table.BUCKETS, run, point.id, "await", low, high, count));
      point.ready.forEach(
          (low, high, count) -> sink.row(Table.BUCKETS, run, point.id, "ready", low, high, count));
    }
  }

  private static void write(Point point, RowSink sink, String run, LongFunction<String> names) {
    String method = point.frame().map(Frame::qualified).orElse("");
    String site = point.frame().map(Frame::site).orElse("");
    List<WakerCounts.Count> wakers = point.wakers().counts(names);
    sink.row(
        Table.POINTS,
        run,
        id(new PointKey(point.kind(), point.fine(), method, site)),
        point.kind().jsonName(),
        point.fine().name(),
        point.fine().category().name().toLowerCase(Locale.ROOT),
        method,
        site,
        point.durations().count(),
        point.durations().total(),
        point.durations().p50(),
        point.durations().p99(),
        point.durations().max(),
        point.ready().total(),
        point.ready().p99(),
        wakers.isEmpty() ? "" : wakers.getFirst().name());
  }
}

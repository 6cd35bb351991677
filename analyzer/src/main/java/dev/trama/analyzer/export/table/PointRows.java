package dev.trama.analyzer.export.table;

import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** Suspension points as in {@code trama points}, and the distributions of their times. */
final class PointRows {
  private final PointsFold points = new PointsFold((task, await) -> true);
  private final IdentityHashMap<Point, Distributed> distributed = new IdentityHashMap<>();

  private record Distributed(String id, LogBuckets awaits, LogBuckets ready) {}

  /** Adds an await, and returns its point's id. */
  String add(Await await) {
    Point point = points.add(await);
    Distributed in = distributed.computeIfAbsent(point, PointRows::distributed);
    in.awaits.add(await.durationNanos());
    in.ready.add(await.readyNanos());
    return in.id;
  }

  private static Distributed distributed(Point point) {
    String id =
        Hashes.of(
            String.join(
                "\n", point.kind().jsonName(), point.fine().name(), method(point), site(point)));
    return new Distributed(id, new LogBuckets(), new LogBuckets());
  }

  private static String method(Point point) {
    return point.frame().map(Frame::qualified).orElse("");
  }

  private static String site(Point point) {
    return point.frame().map(Frame::site).orElse("");
  }

  void writeTo(RowSink sink, String run, LongFunction<String> names) {
    distributed.forEach(
        (point, in) -> {
          write(point, in.id, sink, run, names);
          in.awaits.forEach(
              (low, high, count) -> sink.row(Table.BUCKETS, run, in.id, "await", low, high, count));
          in.ready.forEach(
              (low, high, count) -> sink.row(Table.BUCKETS, run, in.id, "ready", low, high, count));
        });
  }

  private static void write(
      Point point, String id, RowSink sink, String run, LongFunction<String> names) {
    List<WakerCounts.Count> wakers = point.wakers().counts(names);
    sink.row(
        Table.POINTS,
        run,
        id,
        point.kind().jsonName(),
        point.fine().name(),
        point.fine().category().name().toLowerCase(Locale.ROOT),
        method(point),
        site(point),
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

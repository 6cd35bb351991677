package dev.trama.analyzer.analyse.compare;

import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.summary.Summary;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two recordings. Points are matched by kind and method, because lines move
 * when code is edited.
 *
 * @param points all points; the one where the waiting of a task changed most comes first
 */
public record Comparison(List<PointChange> points, Summary before, Summary after) {
  public Comparison {
    points = List.copyOf(points);
  }

  private record Key(AwaitKind kind, String fine, String method) {
    static Key of(Point point) {
      return new Key(
          point.kind(),
          point.fine().name(),
          point.frame().map(Frame::qualified).orElse("(no stack taken)"));
    }
  }

  public static Comparison of(
      List<Point> before, Summary summaryBefore, List<Point> after, Summary summaryAfter) {
    Map<Key, List<Point>> a = byKey(before);
    Map<Key, List<Point>> b = byKey(after);
    var keys = new ArrayList<>(a.keySet());
    b.keySet().stream().filter(key -> !a.containsKey(key)).forEach(keys::add);
    List<PointChange> changes = new ArrayList<>();
    for (Key key : keys) {
      List<Point> inA = a.getOrDefault(key, List.of());
      List<Point> inB = b.getOrDefault(key, List.of());
      Point example = inB.isEmpty() ? inA.getFirst() : inB.getFirst();
      changes.add(
          new PointChange(
              example.fine().name() + (key.kind() == AwaitKind.PINNED ? " (pinned)" : ""),
              example.frame().map(Frame::label).orElse("(no stack taken)"),
              example.frame().map(Frame::site).orElse(""),
              merged(inA),
              merged(inB),
              summaryBefore.tasks().seen(),
              summaryAfter.tasks().seen()));
    }
    changes.sort(
        Comparator.comparingLong((PointChange c) -> -Math.abs(c.nanosPerTaskChange()))
            .thenComparing(PointChange::method)
            .thenComparing(PointChange::kind));
    return new Comparison(changes, summaryBefore, summaryAfter);
  }

  private static Map<Key, List<Point>> byKey(List<Point> points) {
    Map<Key, List<Point>> byKey = new HashMap<>();
    points.stream()
        .sorted(Comparator.comparing(p -> p.frame().map(Frame::site).orElse("")))
        .forEach(p -> byKey.computeIfAbsent(Key.of(p), k -> new ArrayList<>()).add(p));
    return byKey;
  }

  private static Quantiles merged(List<Point> points) {
    var merged = new Quantiles();
    points.forEach(point -> merged.add(point.durations()));
    return merged;
  }
}

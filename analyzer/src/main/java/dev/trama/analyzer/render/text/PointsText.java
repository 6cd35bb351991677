package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.points.LikelySite;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Suspension points as a table. */
public final class PointsText {
  private static final int WIDTH = 100;

  private PointsText() {}

  /**
   * @param points in the order to show them
   * @param all all points, including those not shown
   */
  public static List<String> lines(
      List<Point> points, List<Point> all, LongFunction<String> names, Palette palette) {
    long totalNanos = all.stream().mapToLong(p -> p.durations().total()).sum();
    var table =
        new TextTable("rlrrrrrrl")
            .row("share", "await", "count", "total", "p50", "p99", "max", "ready p99", "at");
    for (Point point : points) {
      var d = point.durations();
      table.row(
          String.format(Locale.ROOT, "%.1f%%", 100.0 * d.total() / Math.max(1, totalNanos)),
          point.fine().name() + (point.kind().jsonName().equals("pinned") ? " (pinned)" : ""),
          String.format(Locale.ROOT, "%,d", d.count()),
          Durations.text(d.total()),
          Durations.text(d.p50()),
          Durations.text(d.p99()),
          Durations.text(d.max()),
          Durations.text(point.ready().p99()),
          point.frame().map(Frame::site).orElse("(no stack taken)"));
    }
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong(rows.getFirst()));
    for (int i = 0; i < points.size(); i++) {
      lines.add(rows.get(i + 1));
      String detail = detail(points.get(i), all, names);
      if (!detail.isEmpty()) {
        lines.add(palette.faint("        " + detail));
      }
    }
    return lines;
  }

  private static String detail(Point point, List<Point> all, LongFunction<String> names) {
    List<String> parts = new ArrayList<>();
    point.frame().map(Frame::label).ifPresent(parts::add);
    List<LikelySite> likely = LikelySite.of(point, all);
    if (!likely.isEmpty()) {
      parts.add(
          "others of this kind: "
              + likely.stream()
                  .limit(2)
                  .map(place -> place.frame().site() + " " + Math.round(place.share() * 100) + "%")
                  .collect(Collectors.joining(", ")));
    }
    List<WakerCounts.Count> wakers = point.wakers().counts(names);
    if (!wakers.isEmpty()) {
      String most =
          wakers.stream()
              .limit(2)
              .map(w -> w.name() + " ×" + w.count())
              .reduce((a, b) -> a + ", " + b)
              .orElse("");
      parts.add("woken by " + most + (wakers.size() > 2 ? ", …" : ""));
    }
    String detail = String.join("   ", parts);
    return detail.length() > WIDTH - 8 ? detail.substring(0, WIDTH - 9) + "…" : detail;
  }
}

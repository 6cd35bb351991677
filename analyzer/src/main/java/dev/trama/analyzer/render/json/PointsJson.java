package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.points.LikelySite;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;
import java.util.function.LongFunction;

/** Suspension points as JSON. */
public final class PointsJson {
  private PointsJson() {}

  public static String text(
      RecordingInfo info, List<Point> points, List<Point> all, LongFunction<String> names) {
    long totalNanos = all.stream().mapToLong(p -> p.durations().total()).sum();
    var root = Json.object();
    root.set("recording", Json.recording(info));
    root.put("totalNanos", totalNanos);
    var array = root.putArray("points");
    for (Point point : points) {
      var node = array.addObject();
      node.put("kind", point.kind().jsonName());
      node.put("fineKind", point.fine().name());
      node.put("nature", Constants.word(point.fine().category()));
      point.frame().ifPresent(frame -> Json.frame(node, frame));
      Json.quantiles(node, point.durations());
      node.put("share", (double) point.durations().total() / Math.max(1, totalNanos));
      var ready = node.putObject("ready");
      Json.quantiles(ready, point.ready());
      Json.wakers(node.putArray("wakers"), point.wakers().counts(names));
      for (LikelySite place : LikelySite.of(point, all)) {
        var likely = node.withArray("likely").addObject();
        Json.frame(likely, place.frame());
        likely.put("share", place.share());
      }
    }
    return Json.text(root);
  }
}

package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.compare.Comparison;
import dev.trama.analyzer.analyse.compare.PointChange;
import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** What changed between two recordings, as JSON. */
public final class DiffJson {
  private DiffJson() {}

  public static String text(
      RecordingInfo infoBefore,
      RecordingInfo infoAfter,
      Comparison comparison,
      List<Finding> before,
      List<Finding> after) {
    var root = Json.object();
    root.set("before", Json.recording(infoBefore));
    root.set("after", Json.recording(infoAfter));
    var points = root.putArray("points");
    for (PointChange c : comparison.points()) {
      var node = points.addObject();
      node.put("verdict", Constants.word(c.verdict()));
      node.put("fineKind", c.kind());
      node.put("method", c.method());
      node.put("site", c.site());
      node.put("perTaskBefore", c.perTaskBefore());
      node.put("perTaskAfter", c.perTaskAfter());
      node.put("nanosPerTaskChange", c.nanosPerTaskChange());
      Json.quantiles(node.putObject("before"), c.before());
      Json.quantiles(node.putObject("after"), c.after());
    }
    Json.findings(root.putArray("findingsBefore"), before);
    Json.findings(root.putArray("findingsAfter"), after);
    return Json.text(root);
  }
}

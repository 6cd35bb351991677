package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.check.RuleResult;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** Results of rules as JSON. */
public final class CheckJson {
  private CheckJson() {}

  public static String text(RecordingInfo info, List<RuleResult> results, int windows) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    root.put("windows", windows);
    root.put("passed", results.stream().allMatch(RuleResult::holds));
    var array = root.putArray("rules");
    for (RuleResult result : results) {
      var node = array.addObject();
      node.put("rule", result.rule().text());
      node.put("passed", result.holds());
      var evidence = node.putArray("evidence");
      result.evidence().forEach(evidence::add);
    }
    return Json.text(root);
  }
}

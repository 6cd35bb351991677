package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.check.RuleResult;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** Verdicts as JSON. */
public final class CheckJson {
  private CheckJson() {}

  public static String text(RecordingInfo info, List<RuleResult> verdicts, int windows) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    root.put("windows", windows);
    root.put("passed", verdicts.stream().allMatch(RuleResult::holds));
    var array = root.putArray("rules");
    for (RuleResult verdict : verdicts) {
      var node = array.addObject();
      node.put("rule", verdict.rule().text());
      node.put("passed", verdict.holds());
      var evidence = node.putArray("evidence");
      verdict.evidence().forEach(evidence::add);
    }
    return Json.text(root);
  }
}

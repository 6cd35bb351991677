package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.why.Chain;
import dev.trama.analyzer.analyse.why.Line;
import dev.trama.analyzer.analyse.why.Why;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** Why some requests are slow, as JSON. */
public final class WhyJson {
  private WhyJson() {}

  public static String text(RecordingInfo info, List<Why> whys, int windows) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    root.put("windows", windows);
    var array = root.putArray("why");
    for (Why why : whys) {
      add(array.addObject(), why);
    }
    return Json.text(root);
  }

  private static void add(ObjectNode node, Why why) {
    node.put("name", why.name());
    Json.quantiles(node, why.durations());
    node.put("slowThresholdNanos", why.thresholds().slowNanos());
    node.put("slow", why.slow());
    node.put("typical", why.typical());
    node.put("few", why.slow() < Why.FEW);
    node.put("mayHoldSeveral", why.mayHoldSeveral());
    node.put("slowNanos", why.slowNanos());
    node.put("typicalNanos", why.typicalNanos());
    node.put("differenceNanos", why.differenceNanos());
    var lines = node.putArray("lines");
    for (Line line : why.lines()) {
      var into = lines.addObject();
      activity(into, line.activity());
      into.put("how", Constants.word(line.how()));
      into.put("differenceNanos", line.differenceNanos());
      into.put("slowNanos", line.slowNanos());
      into.put("typicalNanos", line.typicalNanos());
      into.put("slowCount", line.slowCount());
      into.put("typicalCount", line.typicalCount());
      into.put("example", line.example());
      into.put("exampleNanos", line.exampleNanos());
    }
    chains(node.putArray("chains"), why.chains());
  }

  private static void chains(ArrayNode into, Chain above) {
    for (Chain chain : above.branches()) {
      var node = into.addObject();
      node.put("relation", Constants.word(chain.link().relation()));
      node.put("who", chain.link().who());
      activity(node, chain.link().activity());
      node.put("nanos", chain.nanos());
      node.put("count", chain.count());
      chains(node.putArray("meanwhile"), chain);
    }
  }

  private static void activity(ObjectNode into, Activity activity) {
    into.put("what", Constants.word(activity.what()));
    into.put("kind", activity.kind());
    var path = into.putArray("path");
    activity.place().path().forEach(frame -> Json.frame(path.addObject(), frame));
  }
}

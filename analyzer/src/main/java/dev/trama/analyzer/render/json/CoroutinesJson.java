package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.stacks.Coroutine;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** Coroutines as JSON. */
public final class CoroutinesJson {
  private CoroutinesJson() {}

  public static String text(RecordingInfo info, List<Coroutine> coroutines) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    var array = root.putArray("coroutines");
    for (Coroutine c : coroutines) {
      var node = array.addObject();
      Json.frame(node, c.frame());
      node.put("count", c.awaits());
      node.put("totalNanos", c.nanos());
      node.put("ownCount", c.ownAwaits());
      node.put("ownTotalNanos", c.ownNanos());
    }
    return Json.text(root);
  }
}

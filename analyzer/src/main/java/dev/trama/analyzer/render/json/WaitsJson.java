package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.waits.WaitGraph;
import dev.trama.analyzer.analyse.waits.Waiting;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import java.util.List;

/** Which task waits for which, as JSON. */
public final class WaitsJson {
  private WaitsJson() {}

  public static String text(Recording recording, WaitGraph graph, List<Waiting> shown) {
    var root = Json.object();
    root.set("recording", Json.recording(recording.info()));
    root.put("suspended", graph.waiting().size());
    var waits = root.putArray("waits");
    for (Waiting waiting : shown) {
      var node = waits.addObject();
      node.put("task", recording.threadName(waiting.task().id()));
      node.put("taskId", waiting.task().id());
      node.put("fineKind", waiting.await().fine().name());
      node.put("at", waiting.await().stack().suspensionPoint().map(Frame::site).orElse(""));
      node.put("awaitingNanos", waiting.await().durationNanos());
      node.put("reason", Constants.word(waiting.reason()));
      var owners = node.putArray("waitsFor");
      for (long owner : waiting.owners()) {
        owners.addObject().put("thread", recording.threadName(owner)).put("threadId", owner);
      }
    }
    var cycles = root.putArray("cycles");
    graph.cycles().forEach(cycle -> cycle.forEach(cycles.addArray()::add));
    return Json.text(root);
  }
}

package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.words.Constants;
import dev.trama.analyzer.model.RecordingInfo;

/** A critical path as JSON. */
public final class CriticalPathJson {
  private CriticalPathJson() {}

  public static String text(RecordingInfo info, CriticalPath path) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    add(root, info, path);
    return Json.text(root);
  }

  static void add(ObjectNode into, RecordingInfo info, CriticalPath path) {
    into.put("task", path.of().title());
    into.put("taskId", path.of().id());
    into.put("durationNanos", path.durationNanos());
    into.put("begins", path.begins());
    var steps = into.putArray("steps");
    for (CriticalPath.Step step : path.steps()) {
      steps
          .addObject()
          .put("task", step.task().title())
          .put("taskId", step.task().id())
          .put("was", Constants.word(step.what()))
          .put("fineKind", step.kind())
          .put("at", step.site())
          .put("startNanos", step.startNanos() - info.startNanos())
          .put("durationNanos", step.durationNanos());
    }
  }
}

package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.request.Part;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.model.Recording;
import java.util.Optional;

/** One request as JSON: its tasks and its critical path. */
public final class RequestJson {
  private RequestJson() {}

  public static String text(Recording recording, Request request, Optional<CriticalPath> path) {
    var root = Json.object();
    root.set("recording", Json.recording(recording.info()));
    root.put("id", request.key());
    root.put("name", request.name());
    var context = root.putObject("context");
    request
        .context()
        .ifPresent(
            said -> said.fields().forEach(field -> context.put(field.name(), field.value())));
    root.put("startNanos", request.startNanos() - recording.info().startNanos());
    root.put("durationNanos", request.durationNanos());
    root.put("began", request.began());
    root.put("ended", request.ended());
    root.put("mayBeSeveral", request.mayBeSeveral());
    var tasks = root.putArray("tasks");
    var json = new TraceJson(recording);
    request.parts().stream()
        .map(Part::stretch)
        .flatMap(Optional::stream)
        .forEach(task -> json.add(tasks, task, false));
    var critical = root.putObject("criticalPath");
    path.ifPresent(p -> CriticalPathJson.add(critical, recording.info(), p));
    return Json.text(root);
  }
}

package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.stacks.SourceLines;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.Map;
import java.util.SortedMap;

/** What happened at each source line, as JSON. */
public final class AnnotatedJson {
  private AnnotatedJson() {}

  /**
   * @param files lines by number, by path below a source root
   */
  public static String text(
      RecordingInfo info, Map<String, SortedMap<Integer, SourceLines.Line>> files) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    var array = root.putArray("files");
    files.forEach(
        (path, hits) -> {
          var file = array.addObject();
          file.put("path", path);
          var lines = file.putArray("lines");
          hits.forEach(
              (number, line) ->
                  lines
                      .addObject()
                      .put("line", number)
                      .put("fineKind", line.kind())
                      .put("awaits", line.awaits())
                      .put("awaitNanos", line.nanos())
                      .put("calls", line.calls())
                      .put("callNanos", line.callNanos()));
        });
    return Json.text(root);
  }
}

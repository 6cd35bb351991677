package dev.trama.analyzer.render.json;

import dev.trama.analyzer.analyse.request.RequestGroup;
import dev.trama.analyzer.analyse.request.RequestTime;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;

/** Requests by name as JSON. */
public final class RequestsJson {
  private RequestsJson() {}

  /**
   * @param windows the number of parts in which the recording was read; requests that cross a
   *     border count as cut
   */
  public static String text(RecordingInfo info, List<RequestGroup> groups, int windows) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    root.put("windows", windows);
    var array = root.putArray("requests");
    for (RequestGroup group : groups) {
      var node = array.addObject();
      node.put("name", group.name());
      Json.quantiles(node, group.durations());
      node.put("p90Nanos", group.durations().percentile(90));
      node.put("cut", group.cut());
      node.put("mayHoldSeveral", group.mayHoldSeveral());
      RequestTime time = group.time();
      node.put("runningNanos", time.runningNanos());
      node.put("readyNanos", time.readyNanos());
      node.put("unknownNanos", time.unknownNanos());
      var awaiting = node.putObject("awaitingNanos");
      time.awaitingNanos().forEach(awaiting::put);
      var slowest = node.putArray("slowest");
      for (RequestGroup.Example example : group.slowest()) {
        slowest.addObject().put("id", example.key()).put("durationNanos", example.durationNanos());
      }
    }
    return Json.text(root);
  }
}

package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trama.analyzer.analyse.live.LiveView;
import java.util.Locale;
import java.util.Map;

/** A moment of a running program as JSON. */
public final class TopJson {
  private TopJson() {}

  public static String text(LiveView view) {
    var root = Json.object();
    LiveView.Counts counts = view.counts();
    root.putObject("counts")
        .put("inFlight", counts.inFlight())
        .put("running", counts.running())
        .put("ready", counts.ready())
        .put("awaiting", counts.awaiting())
        .put("bornPerSecond", counts.bornPerSecond())
        .put("endedPerSecond", counts.endedPerSecond())
        .put("awaitsPerSecond", counts.awaitsPerSecond())
        .put("readyP50Nanos", counts.readyP50Nanos())
        .put("readyP99Nanos", counts.readyP99Nanos())
        .put("oldestNanos", counts.oldestNanos())
        .put("pinned", counts.pinned())
        .put("lost", counts.lost());
    var kinds = root.putObject("awaitingByKind");
    view.kinds().forEach(kind -> kinds.put(kind.name(), kind.awaiting()));
    entries(root.putArray("tasks"), view);
    points(root.putArray("points"), view);
    longest(root.putArray("longest"), view);
    ArrayNode carriers = root.putArray("carriers");
    for (LiveView.Carrier carrier : view.carriers()) {
      carriers
          .addObject()
          .put("name", carrier.name())
          .put("task", carrier.task().id())
          .put("taskName", carrier.task().name())
          .put("pinned", carrier.blocked())
          .put("runningNanos", carrier.forNanos());
    }
    ArrayNode findings = root.putArray("findings");
    view.findings()
        .forEach(it -> findings.addObject().put("id", it.id()).put("message", it.message()));
    return Json.text(root);
  }

  private static void entries(ArrayNode array, LiveView view) {
    for (LiveView.Entry entry : view.entries()) {
      var node =
          array
              .addObject()
              .put("entry", entry.name())
              .put("ready", entry.ready())
              .put("awaiting", entry.awaiting())
              .put("bornPerSecond", entry.bornPerSecond())
              .put("endedPerSecond", entry.endedPerSecond())
              .put("awaitsPerSecond", entry.awaitsPerSecond())
              .put("readyP50Nanos", entry.readyP50Nanos())
              .put("readyP99Nanos", entry.readyP99Nanos())
              .put("oldestNanos", entry.oldest().nanos());
      var kinds = node.putObject("awaitingByKind");
      entry.awaitingByKind().forEach(kinds::put);
    }
  }

  private static void points(ArrayNode array, LiveView view) {
    for (LiveView.Point point : view.points()) {
      var node =
          array
              .addObject()
              .put("fineKind", point.kind())
              .put("nature", point.category().name().toLowerCase(Locale.ROOT))
              .put("pinned", point.pinned());
      point.frame().ifPresent(frame -> Json.frame(node, frame));
      node.put("awaiting", point.awaiting())
          .put("ready", point.ready())
          .put("awaitsPerSecond", point.awaitsPerSecond())
          .put("meanNanos", point.meanNanos())
          .put("oldestNanos", point.oldest().nanos());
      ArrayNode wakers = node.putArray("wakers");
      point.wakers().entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(it -> wakers.addObject().put("name", it.getKey()).put("count", it.getValue()));
    }
  }

  private static void longest(ArrayNode array, LiveView view) {
    for (LiveView.Waiter task : view.tasks()) {
      var node =
          array
              .addObject()
              .put("task", task.task().id())
              .put("taskName", task.task().name())
              .put("entry", task.entry())
              .put("fineKind", task.kind())
              .put("ready", task.ready())
              .put("pinned", task.pinned())
              .put("suspendedNanos", task.nanos())
              .put("heldBy", task.owner().id());
      task.frame().ifPresent(frame -> Json.frame(node, frame));
    }
  }
}

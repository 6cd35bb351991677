package dev.trama.analyzer.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trama.analyzer.analyse.finding.Diagnosis;
import dev.trama.analyzer.analyse.summary.Summary;
import dev.trama.analyzer.analyse.tasks.Totals;
import dev.trama.analyzer.analyse.tasks.Workload;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.RecordingInfo;
import java.util.List;
import java.util.Optional;

/** A summary as JSON. */
public final class SummaryJson {
  private SummaryJson() {}

  public static String text(RecordingInfo info, Summary summary, Optional<Diagnosis> diagnosis) {
    var root = Json.object();
    root.set("recording", Json.recording(info));
    dumps(root.putArray("dumps"), info);
    root.putObject("tasks")
        .put("seen", summary.tasks().seen())
        .put("started", summary.tasks().started())
        .put("ended", summary.tasks().ended())
        .put("maxInFlight", summary.inFlight().max());
    awaits(root.putObject("awaits"), summary.awaits());
    root.putObject("carriers")
        .put("count", summary.carriers())
        .put("maxParallel", summary.maxParallel())
        .put("maxSeemingToRun", summary.running().max());
    root.putObject("completeness")
        .put("lost", summary.completeness().lost())
        .put("withoutStack", summary.awaits().withoutStack())
        .put("stackMismatches", summary.completeness().stackMismatches())
        .put("probeFailures", summary.completeness().probeFailures())
        .put("stillSuspended", summary.stillSuspended())
        .put("truncatedTasks", summary.truncatedTasks());
    root.put("findingsLookedFor", diagnosis.isPresent());
    Json.findings(root.putArray("findings"), diagnosis.map(Diagnosis::findings).orElse(List.of()));
    workloads(root.putArray("workloads"), diagnosis.map(Diagnosis::workloads).orElse(List.of()));
    return Json.text(root);
  }

  private static void dumps(ArrayNode array, RecordingInfo info) {
    for (Dump dump : info.dumps()) {
      array
          .addObject()
          .put("atNanos", dump.atNanos() - info.startNanos())
          .put("condition", dump.condition())
          .put("reason", dump.reason());
    }
  }

  private static void workloads(ArrayNode array, List<Workload> workloads) {
    for (Workload workload : workloads) {
      Totals totals = workload.group().totals();
      array
          .addObject()
          .put("entry", workload.group().entry())
          .put("tasks", workload.group().tasks().size())
          .put("runningNanos", totals.running())
          .put("awaitingNanos", totals.awaiting())
          .put("readyNanos", totals.ready())
          .put("pinnedNanos", totals.pinned())
          .put("unknownNanos", totals.unknown())
          .put("bound", workload.bound().jsonName());
    }
  }

  private static void awaits(ObjectNode node, Summary.Awaits awaits) {
    node.put("count", awaits.count());
    node.put("totalNanos", awaits.totalNanos());
    node.put("readyNanos", awaits.readyNanos());
    var byKind = node.putObject("byKind");
    for (AwaitKind kind : AwaitKind.values()) {
      Summary.Sum sum = awaits.byKind().get(kind);
      byKind
          .putObject(kind.jsonName())
          .put("count", sum.count())
          .put("totalNanos", sum.totalNanos());
    }
  }
}

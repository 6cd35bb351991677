package dev.trama.analyzer.render.html;

import dev.trama.analyzer.analyse.carriers.CarrierTracks;
import dev.trama.analyzer.analyse.carriers.Meanwhile;
import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.points.LikelySite;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.points.PointsFold;
import dev.trama.analyzer.analyse.points.WakerCounts;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.analyse.tasks.Totals;
import dev.trama.analyzer.analyse.tasks.Workload;
import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the analyses say of a recording, a line each; {@code src/test/js/figures.js} writes the same
 * lines from a page.
 */
final class JavaFigures {
  private final Recording recording;
  private final List<String> lines = new ArrayList<>();

  private JavaFigures(Recording recording) {
    this.recording = recording;
  }

  static List<String> of(Recording recording) {
    var figures = new JavaFigures(recording);
    figures.add();
    return figures.lines;
  }

  private void add() {
    for (Workload workload : Workload.of(recording)) {
      TaskGroup group = workload.group();
      say("group", group.entry(), group.title(), ids(group.tasks()), totals(group.totals()));
      say("bound", workload.bound().jsonName(), workload.bound().words());
    }
    points();
    tree("all", recording.tasks());
    TaskGroup.byEntry(recording.tasks()).forEach(group -> tree(group.entry(), group.tasks()));
    recording.tasks().forEach(task -> tree("task " + task.id(), List.of(task)));
    recording.tasks().forEach(task -> path(CriticalPath.of(recording, task)));
    lines.addAll(RequestFigures.of(recording));
    var tracks = new CarrierTracks(recording);
    for (Task task : recording.tasks()) {
      for (int i = 0; i < task.awaits().size(); i++) {
        if (task.carrierBefore(i).isKnown() && !task.awaits().get(i).isPinned()) {
          meanwhile(task, Meanwhile.of(task, i, tracks));
        }
      }
    }
  }

  private void say(Object... words) {
    lines.add(List.of(words).stream().map(Object::toString).collect(Collectors.joining("|")));
  }

  private static String ids(List<Task> tasks) {
    return tasks.stream().map(task -> task.id() + "").collect(Collectors.joining(","));
  }

  private static String totals(Totals t) {
    return "running %d awaiting %d pinned %d ready %d unknown %d"
        .formatted(t.running(), t.awaiting(), t.pinned(), t.ready(), t.unknown());
  }

  private void points() {
    var fold = new PointsFold((task, await) -> true);
    for (Task task : recording.tasks()) {
      task.awaits().stream()
          .filter(await -> !await.isStillSuspended())
          .forEach(await -> fold.accept(awaited(task, await)));
    }
    List<Point> points = fold.points();
    for (Point point : points) {
      say(
          "point",
          point.frame().map(Frame::label).orElse("(no stack taken)"),
          point.frame().map(Frame::site).orElse(""),
          point.fine().name() + (point.kind().jsonName().equals("pinned") ? " (pinned)" : ""),
          quantiles(point.durations()),
          point.ready().total(),
          wakers(point.wakers()),
          point.wakers().itself(),
          point.wakers().unknown(),
          LikelySite.of(point, points).stream()
              .map(one -> one.frame().site() + " " + Math.round(one.share() * 100) + "%")
              .collect(Collectors.joining(", ")));
    }
    lines.subList(lines.size() - points.size(), lines.size()).sort(null);
  }

  private static TraceEvent awaited(Task task, Await await) {
    return new TraceEvent.Awaited(ThreadRef.task(task.id()), await);
  }

  private static String quantiles(Quantiles q) {
    return "count %d total %d p50 %d p99 %d max %d"
        .formatted(q.count(), q.total(), q.p50(), q.p99(), q.max());
  }

  private String wakers(WakerCounts wakers) {
    return wakers.counts(recording::threadName).stream()
        .map(one -> one.name() + " x" + one.count())
        .collect(Collectors.joining(", "));
  }

  private void tree(String of, List<Task> tasks) {
    say("tree", of);
    CallTree.of(tasks).roots().forEach(node -> node(node, 0));
  }

  private void node(CallTree.Node node, int depth) {
    switch (node) {
      case CallTree.MethodNode method -> {
        String marks = (method.isRecursive() ? " recursive" : "") + (method.isCut() ? " cut" : "");
        say("-".repeat(depth), "async", method.label() + marks, method.callSite());
        method.children().forEach(child -> node(child, depth + 1));
      }
      case CallTree.AwaitNode await ->
          say(
              "-".repeat(depth),
              "await",
              await.kind().name(),
              await.isPinned() ? "pinned" : "",
              await.monitorType().isEmpty() ? "" : CodeNames.type(await.monitorType()),
              await.site(),
              quantiles(await.durations()),
              await.readyNanos(),
              await.minTimeoutNanos(),
              await.maxTimeoutNanos(),
              await.stillSuspended(),
              wakers(await.wakers()));
    }
  }

  private void path(CriticalPath path) {
    say("path", path.of().id(), path.durationNanos(), path.begins());
    long zero = recording.info().startNanos();
    for (CriticalPath.Step step : path.steps()) {
      say(
          "step",
          step.task().id(),
          step.what().name().toLowerCase(Locale.ROOT),
          step.kind(),
          step.site(),
          step.startNanos() - zero,
          step.endNanos() - zero);
    }
  }

  private void meanwhile(Task task, Meanwhile meanwhile) {
    say(
        "meanwhile",
        task.id(),
        meanwhile.ran().stream()
            .map(ran -> ran.task().id() + " " + ran.nanos())
            .collect(Collectors.joining(", ")),
        meanwhile.rest().name().toLowerCase(Locale.ROOT));
  }
}

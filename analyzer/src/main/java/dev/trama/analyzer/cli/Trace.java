package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.carriers.CarrierTracks;
import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.render.json.CriticalPathJson;
import dev.trama.analyzer.render.json.TraceJson;
import dev.trama.analyzer.render.text.CriticalPathText;
import dev.trama.analyzer.render.text.TimelineText;
import dev.trama.analyzer.render.text.TraceText;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trama trace}. */
@Command(
    name = "trace",
    description = "What tasks did, written as if Java had await.",
    footer = {
      "",
      "Without --task, a few tasks are shown one by one, many are merged by entry method.",
      "Example: trama trace app.jfr --task 'opponent-*' --merge"
    })
final class Trace implements Callable<Integer> {
  /** At most this many tasks are shown one by one unless merging is asked for. */
  private static final int SINGLY = 3;

  @Spec CommandSpec spec;
  @Mixin RecordingArgs source;
  @Mixin Output output;

  @Option(
      names = "--task",
      paramLabel = "ID|GLOB",
      description = "Tasks of this id, or whose name or entry method matches.")
  String task = "";

  @Option(names = "--merge", description = "Show tasks with the same entry method as one.")
  boolean merge;

  @Option(names = "--unfolded", description = "Show chains of calls within libraries in full.")
  boolean unfolded;

  @Option(names = "--timeline", description = "In order of time, with hand-overs and meanwhile.")
  boolean timeline;

  @Option(
      names = "--critical-path",
      description = "Why the task ended no earlier; without --task, the one that ended last.")
  boolean criticalPath;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Times.class,
      description = "With --timeline: what ended at or after this time into the recording.")
  long fromNanos = Long.MIN_VALUE;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Times.class,
      description = "With --timeline: what began before this time into the recording.")
  long toNanos = Long.MAX_VALUE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Show at most N tasks, groups or awaits; 0 for all (default: 10, timeline 200).")
  int limit = -1;

  @Mixin OneRequest one;

  @Override
  public Integer call() {
    if (one.isWanted()) {
      return one.print(source, source.open(), output, limit, spec.commandLine().getOut());
    }
    boolean isPart = fromNanos != Long.MIN_VALUE || toNanos != Long.MAX_VALUE;
    if (isPart && (!timeline || output.json)) {
      throw new UserError("--from and --to need --timeline, and are for text only");
    }
    Recording recording = source.readAll();
    List<Task> tasks =
        task.isEmpty() ? recording.tasks() : new TaskFilter(task).select(recording.tasks());
    PrintWriter out = spec.commandLine().getOut();
    if (tasks.isEmpty() && !output.json) {
      out.println("The recording holds no virtual thread.");
    } else if (output.json) {
      printJson(out, recording, tasks);
    } else if (criticalPath) {
      printCriticalPath(out, recording, tasks);
    } else if (timeline) {
      int most = limit < 0 ? 200 : limit;
      var part = new TimelineText.Part(fromNanos, toNanos);
      var tracks = new CarrierTracks(recording);
      new TimelineText(recording, tracks, output.palette(), most)
          .lines(tasks, part)
          .forEach(out::println);
    } else if (merge || (task.isEmpty() && tasks.size() > SINGLY)) {
      printGroups(out, recording, tasks);
    } else {
      printSingly(out, recording, tasks);
    }
    out.flush();
    return 0;
  }

  private void printJson(PrintWriter out, Recording recording, List<Task> tasks) {
    if (criticalPath) {
      CriticalPath path = CriticalPath.of(recording, last(tasks));
      out.println(CriticalPathJson.text(recording.info(), path));
    } else {
      List<Task> shown = limit > 0 ? limit(tasks) : tasks;
      out.println(new TraceJson(recording).text(shown, timeline));
    }
  }

  private static Task last(List<Task> tasks) {
    return tasks.stream()
        .max(Comparator.comparingLong(Task::endNanos).thenComparingLong(Task::id))
        .orElseThrow(() -> new UserError("the recording holds no virtual thread"));
  }

  private void printCriticalPath(PrintWriter out, Recording recording, List<Task> tasks) {
    int most = limit < 0 ? 30 : limit;
    CriticalPathText.lines(CriticalPath.of(recording, last(tasks)), most, output.palette())
        .forEach(out::println);
  }

  private void printSingly(PrintWriter out, Recording recording, List<Task> tasks) {
    var text = new TraceText(recording, output.palette(), !unfolded);
    List<Task> shown = limit(tasks);
    for (int i = 0; i < shown.size(); i++) {
      out.print(i == 0 ? "" : System.lineSeparator());
      text.task(shown.get(i)).forEach(out::println);
    }
    if (shown.size() < tasks.size()) {
      out.printf(
          "%n… %d more tasks; --limit 0 shows all, --merge merges them%n",
          tasks.size() - shown.size());
    }
  }

  private void printGroups(PrintWriter out, Recording recording, List<Task> tasks) {
    var text = new TraceText(recording, output.palette(), !unfolded);
    List<TaskGroup> groups = TaskGroup.byEntry(tasks);
    List<TaskGroup> shown = limit(groups);
    for (int i = 0; i < shown.size(); i++) {
      out.print(i == 0 ? "" : System.lineSeparator());
      text.group(shown.get(i)).forEach(out::println);
    }
    if (shown.size() < groups.size()) {
      List<TaskGroup> rest = groups.subList(shown.size(), groups.size());
      out.printf(
          "%n… %d more groups with %d tasks, which awaited less; --limit 0 shows all%n",
          rest.size(), rest.stream().mapToInt(g -> g.tasks().size()).sum());
    }
    if (task.isEmpty() && groups.stream().anyMatch(g -> g.tasks().size() > 1)) {
      Task example = groups.getFirst().tasks().getFirst();
      out.printf("%nTasks with the same entry are merged; --task %d shows one%n", example.id());
    }
  }

  private <T> List<T> limit(List<T> all) {
    int most = limit < 0 ? 10 : limit == 0 ? all.size() : limit;
    return all.subList(0, Math.min(most, all.size()));
  }
}

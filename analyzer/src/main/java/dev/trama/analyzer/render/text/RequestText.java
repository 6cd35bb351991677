package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.path.CriticalPath;
import dev.trama.analyzer.analyse.request.Part;
import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One request: what each of its tasks did for it, and why it took that long. */
public final class RequestText {
  private static final int GROUPS = 10;

  private RequestText() {}

  /**
   * @param steps how many steps of the critical path to show; 0 for all
   */
  public static List<String> lines(
      Recording recording,
      Request request,
      Optional<CriticalPath> path,
      int steps,
      Palette palette) {
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong(Plain.text(request.name()) + "   " + Plain.text(request.key())));
    request.context().ifPresent(context -> addFields(lines, context));
    lines.add(
        Durations.text(request.durationNanos())
            + ", began at "
            + Durations.text(request.startNanos() - recording.info().startNanos())
            + " of the recording"
            + cut(request));
    addTasks(lines, recording, request, palette);
    path.ifPresent(
        critical -> {
          lines.add("");
          lines.addAll(CriticalPathText.lines(critical, steps, palette));
        });
    return lines;
  }

  private static void addFields(List<String> lines, Context context) {
    String fields =
        context.fields().stream()
            .filter(field -> !field.value().isEmpty())
            .map(field -> Plain.text(field.name()) + " " + Plain.text(field.value()))
            .collect(Collectors.joining(", "));
    if (!fields.isEmpty()) {
      lines.addAll(Wrap.lines(Plain.text(context.label()) + ": " + fields, 100));
    }
  }

  private static String cut(Request request) {
    return (request.began() ? "" : "; it may have begun earlier")
        + (request.ended()
            ? request.mayBeSeveral() ? "; it may be several, one after the other" : ""
            : request.mayBeSeveral()
                ? "; it is several, one after the other, or has not ended"
                : "; its end is not in the recording");
  }

  private static void addTasks(
      List<String> lines, Recording recording, Request request, Palette palette) {
    var text = new TraceText(recording, palette, true);
    Part root = request.root();
    lines.add("");
    if (root.task().isEmpty()) {
      lines.add(
          Plain.text(recording.threadName(root.threadId()))
              + " is a platform thread, whose awaits are not recorded");
    }
    root.stretch().ifPresent(task -> lines.addAll(text.task(task)));
    List<Task> others =
        request.parts().stream().skip(1).map(Part::stretch).flatMap(Optional::stream).toList();
    List<TaskGroup> groups = TaskGroup.byEntry(others);
    for (TaskGroup group : groups.subList(0, Math.min(GROUPS, groups.size()))) {
      lines.add("");
      lines.addAll(text.group(group));
    }
    if (groups.size() > GROUPS) {
      lines.add("");
      lines.add("… " + (groups.size() - GROUPS) + " more groups of tasks; --json has them all");
    }
  }
}

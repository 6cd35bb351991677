package dev.trama.analyzer.render.text;

import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.analyse.tasks.Totals;
import dev.trama.analyzer.analyse.tree.CallTree;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Task;
import dev.trama.analyzer.model.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The await-style trace of one task, or of many similar ones. */
public final class TraceText {
  private final Recording recording;
  private final Palette palette;
  private final boolean folding;

  /**
   * @param folding whether chains of calls within libraries are folded to one line
   */
  public TraceText(Recording recording, Palette palette, boolean folding) {
    this.recording = recording;
    this.palette = palette;
    this.folding = folding;
  }

  public List<String> task(Task task) {
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong(task.titleAndId()) + spawned(task));
    lines.add(sum(Totals.of(task)) + truncation(task));
    lines.add("");
    addTree(lines, List.of(task));
    return lines;
  }

  public List<String> group(TaskGroup group) {
    if (group.tasks().size() == 1) {
      return task(group.tasks().getFirst());
    }
    List<String> lines = new ArrayList<>();
    String entry = group.title().equals(group.entry()) ? "" : "   entry " + group.entry();
    lines.add(palette.strong(group.title() + "   " + group.tasks().size() + " tasks") + entry);
    lines.add("together " + sum(group.totals()));
    var lives = new Quantiles();
    group.tasks().forEach(task -> lives.add(task.endNanos() - task.spawnedNanos()));
    long truncated = group.tasks().stream().filter(t -> t.truncation() != Truncation.NONE).count();
    lines.add(
        "a task p50 "
            + Durations.text(lives.p50())
            + ", p99 "
            + Durations.text(lives.p99())
            + ", max "
            + Durations.text(lives.max())
            + (truncated > 0 ? "; " + truncated + " truncated by the recording" : ""));
    lines.add("");
    addTree(lines, group.tasks());
    return lines;
  }

  private void addTree(List<String> lines, List<Task> tasks) {
    var tree = CallTree.of(tasks);
    if (tree.roots().isEmpty()) {
      boolean whole = tasks.stream().allMatch(t -> t.truncation() == Truncation.NONE);
      lines.add(whole ? "no await: it ran without ever suspending" : "no await recorded");
    }
    lines.addAll(TreeText.lines(TreeRows.of(tree, recording::threadName, folding), palette));
  }

  private String spawned(Task task) {
    if (task.spawn().isEmpty()) {
      return "";
    }
    Spawn spawn = task.spawn().get();
    String at =
        spawn
            .stack()
            .suspensionPoint()
            .map(frame -> " at " + frame.label() + "(" + frame.site() + ")")
            .orElse("");
    return "   spawned by " + recording.threadName(spawn.parent().id()) + at;
  }

  private static String truncation(Task task) {
    return switch (task.truncation()) {
      case NONE -> "";
      case START -> "   (began before the recording)";
      case END -> "   (had not ended when the recording did)";
      case BOTH -> "   (began before the recording and outlasted it)";
    };
  }

  /** Parts that add up as shown: rounded first, then summed. */
  static String sum(Totals totals) {
    long scale = totals.all();
    long running = Durations.rounded(totals.running(), scale);
    long awaiting = Durations.rounded(totals.awaiting(), scale);
    long ready = Durations.rounded(totals.ready(), scale);
    long pinned = Durations.rounded(totals.pinned(), scale);
    long unknown = Durations.rounded(totals.unknown(), scale);
    var parts = new StringJoiner(" + ");
    parts.add("running " + Durations.exact(running));
    parts.add("awaiting " + Durations.exact(awaiting));
    parts.add("ready " + Durations.exact(ready));
    if (pinned > 0) {
      parts.add("pinned " + Durations.exact(pinned));
    }
    if (unknown > 0) {
      parts.add("unknown " + Durations.exact(unknown));
    }
    return Durations.exact(running + awaiting + ready + pinned + unknown) + " = " + parts;
  }
}

package dev.trama.analyzer.render.top;

import dev.trama.analyzer.analyse.live.LiveView;
import dev.trama.analyzer.analyse.words.Durations;
import dev.trama.analyzer.analyse.words.Names;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything about one task. */
final class TopTask {
  private static final int CHILDREN = 8;

  private final TopInk ink;
  private final int width;

  TopTask(TopInk ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> lines(LiveView.Chosen task, int height) {
    List<String> lines = new ArrayList<>();
    String entry = task.entry().isEmpty() ? "" : "   " + task.entry();
    lines.add(ink.head(TopText.pad(cut("Task " + Names.numbered(task.task()) + entry), width)));
    lines.add(ink.strong(cut(state(task))));
    String family = family(task);
    if (!family.isEmpty()) {
      lines.add(cut(family));
    }
    List<String> past = past(task);
    lines.add("");
    lines.addAll(stack(task, Math.max(3, height - lines.size() - past.size() - 1)));
    lines.add("");
    lines.addAll(past);
    return lines;
  }

  private static String state(LiveView.Chosen task) {
    String time = Durations.text(task.nanos());
    return switch (task.state()) {
      case RUNNING -> "running";
      case READY -> "ready: woken" + by(task.waker()) + ", has no carrier; suspended for " + time;
      case AWAITING ->
          "awaits "
              + task.kind()
              + " for "
              + time
              + (task.owner().isKnown() ? ", held by " + Names.numbered(task.owner()) : "");
      case ENDED -> "ended";
      case GONE -> "not found yet: neither suspended nor on a carrier";
    };
  }

  private static String by(ThreadRef waker) {
    return waker.isKnown() ? " by " + Names.numbered(waker) : "";
  }

  private static String family(LiveView.Chosen task) {
    List<String> said = new ArrayList<>();
    if (task.parent().isKnown()) {
      said.add("started by " + Names.numbered(task.parent()));
    }
    if (!task.children().isEmpty()) {
      String more = task.children().size() > CHILDREN ? ", …" : "";
      said.add(
          task.children().size()
              + " children: "
              + task.children().stream()
                  .limit(CHILDREN)
                  .map(Names::numbered)
                  .collect(Collectors.joining(", "))
              + more);
    }
    return String.join("   ", said);
  }

  private List<String> stack(LiveView.Chosen task, int height) {
    List<Frame> frames = task.stack().frames();
    if (frames.isEmpty()) {
      return List.of(ink.faint("no stack is known"));
    }
    List<Frame> shown = frames;
    if (frames.size() > height) {
      // The application's frames matter most.
      shown = frames.stream().filter(it -> it.origin() == Frame.Origin.APPLICATION).toList();
      shown = shown.isEmpty() ? frames : shown;
    }
    List<String> lines = new ArrayList<>();
    for (Frame frame : shown.subList(0, Math.min(height, shown.size()))) {
      String text = cut("  " + frame.label() + "  " + frame.site());
      boolean own = frame.origin() == Frame.Origin.APPLICATION;
      lines.add(own ? ink.application(text) : ink.faint(text));
    }
    if (shown.size() < frames.size() && lines.size() < height) {
      lines.add(
          ink.faint("  (" + (frames.size() - shown.size()) + " frames of libraries not shown)"));
    }
    return lines;
  }

  private List<String> past(LiveView.Chosen task) {
    List<String> lines = new ArrayList<>();
    lines.add(
        task.past().isEmpty()
            ? "None of its awaits has ended since this view began."
            : "Last awaits:");
    for (LiveView.Past it : task.past()) {
      String waker = it.waker().isEmpty() ? "" : "  woken by " + it.waker();
      String ready = it.readyNanos() == 0 ? "" : "  ready " + Durations.text(it.readyNanos());
      lines.add(
          cut(
              "  "
                  + TopText.pad(Durations.text(it.nanos()), 9)
                  + " "
                  + TopText.pad(it.kind(), 18)
                  + " "
                  + it.frame().map(Frame::site).orElse("(no stack)")
                  + ready
                  + waker));
    }
    return lines;
  }

  private String cut(String text) {
    return TopText.cut(text, width);
  }
}

package dev.trama.analyzer.export.profile;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames as async-profiler names them, {@code java/lang/Thread.sleep}, so that profiles compare.
 */
public final class FrameNames {
  static final String NO_STACK = "[no stack taken]";
  static final String CUT = "[stack cut here]";

  private FrameNames() {}

  public static String of(Frame frame) {
    return frame.type().replace('.', '/') + '.' + frame.method();
  }

  /** Top first, without the agent's own. */
  public static List<Frame> frames(Stack stack) {
    return stack.frames().stream().filter(f -> !f.type().startsWith("dev.trama.probe.")).toList();
  }

  /** Top first. A missing part is a frame, too, so that no await is lost. */
  static List<Line> lines(Stack stack) {
    if (!stack.isKnown()) {
      return List.of(new Line(NO_STACK, "", 0));
    }
    List<Line> lines = new ArrayList<>();
    for (Frame frame : frames(stack)) {
      lines.add(new Line(of(frame), frame.file(), frame.line()));
    }
    if (stack.isTruncated()) {
      lines.add(new Line(CUT, "", 0));
    }
    return lines;
  }

  /** A place in a function. */
  record Line(String function, String file, int line) {}
}

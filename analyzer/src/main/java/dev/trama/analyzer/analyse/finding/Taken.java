package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two lines of the application: where something is taken, and from where something else is awaited
 * with it in hand.
 */
record Taken(String at, String acrossAt) {
  /**
   * Found in one method that does both, the second in a later line. A library may take it on the
   * application's behalf, if the application called it in one line.
   *
   * @param takers stacks of tasks that had to wait for it
   */
  static Optional<Taken> of(Stack across, Set<Stack> takers) {
    List<Frame> right = across.frames();
    for (Stack taker : takers) {
      List<Frame> left = taker.frames();
      int n = across.inCommon(taker);
      if (n < left.size() && n < right.size()) {
        Frame a = left.get(left.size() - 1 - n);
        Frame b = right.get(right.size() - 1 - n);
        boolean sameCall =
            a.origin() == Frame.Origin.APPLICATION
                || (a.origin() == Frame.Origin.LIBRARY
                    && taker.applicationEntry() >= left.size() - n);
        if (sameCall && a.qualified().equals(b.qualified()) && a.line() < b.line()) {
          return Optional.of(new Taken(nearest(left, n), nearest(right, n)));
        }
      }
    }
    return Optional.empty();
  }

  /** The application's first frame after two stacks diverge, or else its last one before. */
  private static String nearest(List<Frame> frames, int inCommon) {
    for (int i = frames.size() - 1 - inCommon; i >= 0; i--) {
      if (isApplications(frames.get(i))) {
        return frames.get(i).site();
      }
    }
    for (int i = frames.size() - inCommon; i < frames.size(); i++) {
      if (isApplications(frames.get(i))) {
        return frames.get(i).site();
      }
    }
    return Sites.UNKNOWN;
  }

  private static boolean isApplications(Frame frame) {
    return frame.origin() == Frame.Origin.APPLICATION && frame.line() > 0;
  }
}

package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.List;
import java.util.Optional;

/**
 * What the stacks of two consecutive awaits show. There are few pairs and many awaits, so the
 * answer for each pair is remembered until another pair needs its slot.
 */
final class StackPairs {
  /**
   * The second starts over: of the first frame from the bottom where the two differ, it is in an
   * earlier line of the same method of the application; or else it is called again. Neither stack
   * is cut.
   */
  static final int RESTARTS = 1;

  /** The same below a server, where a library's method counts as the application's does. */
  static final int RESTARTS_SERVER = 2;

  /**
   * The two share no frame of the application, and what called it calls it again in the same line.
   */
  static final int CALLED_AGAIN = 4;

  private static final int SLOTS = 1 << 12;

  private final Stack[] befores = new Stack[SLOTS];
  private final Stack[] afters = new Stack[SLOTS];
  private final byte[] told = new byte[SLOTS];

  /** The flags that hold. */
  int of(Stack before, Stack after) {
    int hash = (before.hashCode() * 31 + after.hashCode()) * 0x9E3779B9;
    int slot = hash >>> 20;
    if (befores[slot] != before || afters[slot] != after) {
      befores[slot] = before;
      afters[slot] = after;
      told[slot] = (byte) tell(before, after);
    }
    return told[slot];
  }

  /** The same, computed every time. */
  static int tell(Stack before, Stack after) {
    int inCommon = after.inCommon(before);
    boolean again = isCalledAgain(before, after, inCommon);
    return (again ? CALLED_AGAIN : 0)
        | (startsOver(before, after, inCommon, again, false) ? RESTARTS : 0)
        | (startsOver(before, after, inCommon, again, true) ? RESTARTS_SERVER : 0);
  }

  private static boolean startsOver(
      Stack before, Stack after, int inCommon, boolean again, boolean server) {
    List<Frame> left = after.frames();
    List<Frame> right = before.frames();
    boolean comparable = !after.isTruncated() && !before.isTruncated();
    if (!comparable || inCommon == left.size() || inCommon == right.size()) {
      return false;
    }
    Frame a = left.get(left.size() - 1 - inCommon);
    Frame b = right.get(right.size() - 1 - inCommon);
    boolean counts =
        a.origin() == Frame.Origin.APPLICATION || (server && a.origin() == Frame.Origin.LIBRARY);
    if (counts && a.qualified().equals(b.qualified())) {
      return a.line() > 0 && a.line() < b.line();
    }
    return again;
  }

  private static boolean isCalledAgain(Stack before, Stack after, int inCommon) {
    List<Frame> left = after.frames();
    int entry = after.applicationEntry();
    if (entry < 0 || entry >= left.size() - inCommon) {
      return false;
    }
    Optional<Frame> caller = caller(left, entry);
    return caller.isPresent() && caller.equals(caller(before.frames(), before.applicationEntry()));
  }

  /** The server or framework that calls the application. */
  private static Optional<Frame> caller(List<Frame> frames, int application) {
    for (int i = application + 1; application >= 0 && i < frames.size(); i++) {
      if (frames.get(i).origin() == Frame.Origin.LIBRARY) {
        return Optional.of(frames.get(i));
      }
    }
    return Optional.empty();
  }
}

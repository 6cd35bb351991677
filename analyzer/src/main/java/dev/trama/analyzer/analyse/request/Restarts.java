package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells several requests without a pause in between from one. A server goes on at once when the
 * next request is there before it looks for it; then the awaits start over in the program, as they
 * do in a loop. What starts over although most of its name do not is several requests, and how long
 * each took is not known.
 */
final class Restarts {
  private static final double LOOPS = 0.5;

  private final Map<String, Counts> byName = new HashMap<>();

  private static final class Counts {
    long all;
    long restarts;
  }

  void count(String name, boolean restarts) {
    Counts counts = byName.computeIfAbsent(name, n -> new Counts());
    counts.all++;
    counts.restarts += restarts ? 1 : 0;
  }

  /** Whether most of the name start over, so that it is a loop of the program's own. */
  boolean isLoop(String name) {
    Counts counts = byName.get(name);
    return counts == null || counts.restarts >= LOOPS * counts.all;
  }

  /** Whether the awaits of the task start over. */
  static boolean restarts(Task task) {
    Stack last = Stack.NONE;
    for (Await await : task.awaits()) {
      Stack next = await.stack();
      if (next != last && Connection.entry(next).isPresent()) {
        if (isRestart(last, next)) {
          return true;
        }
        last = next;
      }
    }
    return false;
  }

  /**
   * Whether the second stack starts over: in the application, it is of an earlier line in the first
   * frame from the bottom where the two differ; or they share no frame of the application, and what
   * called it calls it again in the same line.
   */
  static boolean isRestart(Stack last, Stack next) {
    if (next == last || next.isTruncated() || last.isTruncated()) {
      return false;
    }
    int n = next.inCommon(last);
    List<Frame> left = next.frames();
    List<Frame> right = last.frames();
    if (n == left.size() || n == right.size()) {
      return false;
    }
    Frame a = left.get(left.size() - 1 - n);
    Frame b = right.get(right.size() - 1 - n);
    if (a.origin() == Frame.Origin.APPLICATION && a.qualified().equals(b.qualified())) {
      return a.line() > 0 && a.line() < b.line();
    }
    int entry = Connection.entryIndex(next);
    if (entry >= left.size() - n) {
      return false;
    }
    Optional<Frame> caller = caller(left, entry);
    return caller.isPresent() && caller.equals(caller(right, Connection.entryIndex(last)));
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

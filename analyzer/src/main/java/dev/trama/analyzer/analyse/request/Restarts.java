package dev.trama.analyzer.analyse.request;

import dev.trama.analyzer.analyse.stats.Sorted;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
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
  static boolean restarts(Task task, boolean server) {
    Await last = null;
    for (Await next : task.awaits()) {
      if (next.stack().applicationEntry() >= 0) {
        if (last != null && isRestart(last, next, server)) {
          return true;
        }
        last = next;
      }
    }
    return false;
  }

  /** How many of the awaits had begun before an instant. */
  static int begunBefore(List<Await> awaits, long nanos) {
    return Sorted.first(awaits.size(), i -> awaits.get(i).startNanos() >= nanos);
  }

  /** When the awaits of a server's task last started over before an instant. */
  static long latestBefore(Task task, long nanos) {
    List<Await> awaits = task.awaits();
    Await next = null;
    for (int i = begunBefore(awaits, nanos) - 1; i >= 0; i--) {
      Await await = awaits.get(i);
      if (await.stack().applicationEntry() >= 0) {
        if (next != null && isRestart(await, next, true)) {
          return await.endNanos();
        }
        next = await;
      }
    }
    return Long.MIN_VALUE;
  }

  /**
   * Whether the second await starts over: of the first frame from the bottom where the two differ,
   * it is in an earlier line of the same method. Below a server, a library's method counts as the
   * application's does, and so does a second await of the same stack that ends but once, as that of
   * a time or of a result.
   */
  static boolean isRestart(Await last, Await next, boolean server) {
    Stack before = last.stack();
    Stack after = next.stack();
    if (after.isTruncated() || before.isTruncated()) {
      return false;
    }
    if (after == before) {
      return server && endsOnce(last) && endsOnce(next);
    }
    int n = after.inCommon(before);
    List<Frame> left = after.frames();
    List<Frame> right = before.frames();
    if (n == left.size() || n == right.size()) {
      return false;
    }
    Frame a = left.get(left.size() - 1 - n);
    Frame b = right.get(right.size() - 1 - n);
    boolean counts =
        a.origin() == Frame.Origin.APPLICATION || (server && a.origin() == Frame.Origin.LIBRARY);
    if (counts && a.qualified().equals(b.qualified())) {
      return a.line() > 0 && a.line() < b.line();
    }
    return isCalledAgain(before, after);
  }

  private static boolean endsOnce(Await await) {
    return switch (await.fine().category()) {
      case TIMER, TASK -> await.ending() == Await.Ending.WOKEN || await.kind() == AwaitKind.SLEEP;
      case IO, LOCK, POOL, SIGNAL, OTHER -> false;
    };
  }

  /**
   * Whether two stacks share no frame of the application, and what called it calls it again in the
   * same line.
   */
  static boolean isCalledAgain(Stack last, Stack next) {
    List<Frame> left = next.frames();
    int entry = next.applicationEntry();
    if (entry < 0 || entry >= left.size() - next.inCommon(last)) {
      return false;
    }
    Optional<Frame> caller = caller(left, entry);
    return caller.isPresent() && caller.equals(caller(last.frames(), last.applicationEntry()));
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

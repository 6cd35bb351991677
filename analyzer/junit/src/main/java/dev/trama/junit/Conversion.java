package dev.trama.junit;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import dev.trama.probe.WatchedAwait;
import java.util.ArrayList;
import java.util.List;

/** Converts what the probe saw into the analyzer's model. */
final class Conversion {
  static final KindTable KINDS = KindTable.standard();

  private final CodeMap code;
  private final long epochNanos;

  /**
   * @param test code of its package counts as the application's, whatever its name
   */
  Conversion(Class<?> test) {
    List<String> libraries = new ArrayList<>(CodeMap.standard(List.of()).libraries());
    libraries.add("dev.trama.junit.");
    String own = test.getPackageName();
    this.code = new CodeMap(own.isEmpty() ? List.of() : List.of(own + "."), libraries);
    this.epochNanos = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
  }

  /** Converts a {@link System#nanoTime()} to nanoseconds since the epoch. */
  long epoch(long nanos) {
    return epochNanos + nanos;
  }

  Await await(WatchedAwait seen, long nowNanos) {
    var kind = AwaitKind.ofEvent(seen.kind, seen.pinned);
    boolean ongoing = seen.endNanos == 0;
    boolean timed = seen.timeoutNanos > 0;
    long endNanos = ongoing ? nowNanos : seen.endNanos;
    var awaitable =
        seen.awaitable.isEmpty() ? Awaitable.NONE : new Awaitable(seen.awaitable, seen.awaitableId);
    Stack stack = stack(seen.where == null ? seen.frames : seen.where.getStackTrace());
    boolean yields = kind == AwaitKind.YIELD;
    return new Await(
        kind,
        KINDS.refine(kind, timed, awaitable, stack),
        epoch(seen.sinceNanos),
        epoch(endNanos),
        yields ? endNanos - seen.sinceNanos : Math.min(seen.readyNanos, endNanos - seen.sinceNanos),
        seen.timeoutNanos,
        awaitable,
        ThreadRef.UNKNOWN,
        ThreadRef.UNKNOWN,
        ongoing
            ? Waker.UNKNOWN
            : Waker.of(kind, seen.waker, seen.timedOut || seen.kind.equals("sleep")),
        stack,
        ongoing ? Await.Ending.STILL_SUSPENDED : ending(seen));
  }

  private static Await.Ending ending(WatchedAwait seen) {
    if (seen.interrupted) {
      return Await.Ending.INTERRUPTED;
    }
    return seen.timedOut ? Await.Ending.TIMED_OUT : Await.Ending.WOKEN;
  }

  /**
   * @param elements top frame first; null when unknown
   */
  Stack stack(StackTraceElement[] elements) {
    if (elements == null || elements.length == 0) {
      return Stack.NONE;
    }
    List<Frame> frames = new ArrayList<>(elements.length);
    for (StackTraceElement element : elements) {
      String type = element.getClassName();
      String file = element.getFileName();
      frames.add(
          new Frame(
              type,
              element.getMethodName(),
              file == null ? CodeNames.file(type) : file,
              Math.max(0, element.getLineNumber()),
              code.origin(type)));
    }
    return new Stack(frames, false);
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.parse.Constants;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Parks that {@code jdk.MethodTrace} recorded on {@code VirtualThread.park} and {@code parkNanos}
 * (JDK 25 and later), without the agent.
 */
final class TracedMethods {
  private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";

  /**
   * A park that found its permit available, or whose time was already up, returns sooner and was no
   * suspension; nearly every real one takes longer.
   */
  private static final long SUSPENDED_NANOS = 5_000;

  private final ChunkPool pool;
  private final JdkFields fields;
  private final Consumer<TraceEvent> out;
  private final KindTable kinds = KindTable.standard();
  private final Map<Long, List<SourceDetector.Pinned>> pinned = new HashMap<>();

  TracedMethods(ChunkPool pool, SourceDetector.Result detected, Consumer<TraceEvent> out) {
    this.pool = pool;
    this.fields = new JdkFields(pool);
    this.out = out;
    detected
        .pinned()
        .forEach(p -> pinned.computeIfAbsent(p.thread(), id -> new ArrayList<>()).add(p));
  }

  /**
   * @param method the number of the traced method
   */
  static boolean isPark(long method, Constants constants) {
    return constants.typeOfMethod(method).equals(VIRTUAL_THREAD)
        && constants.nameOfMethod(method).startsWith("park");
  }

  Map<String, EventHandler> byName() {
    return Map.of("jdk.MethodTrace", new EventHandler(fields.all, this::traced));
  }

  private void traced(Event event) {
    ThreadRef task = fields.thread(event);
    long start = event.startNanos();
    long end = event.endNanos();
    long method = event.number(fields.method);
    if (!task.virtual() || end - start < SUSPENDED_NANOS || !isPark(method, pool.constants())) {
      return;
    }
    Stack stack = fields.stack(event);
    boolean timed = pool.constants().nameOfMethod(method).equals("parkNanos");
    AwaitKind kind =
        isPinned(task.id(), start, end)
            ? AwaitKind.PINNED
            : isSleep(stack) ? AwaitKind.SLEEP : AwaitKind.PARK;
    var fine = kinds.refine(kind, timed, Awaitable.NONE, stack);
    out.accept(JdkAwaits.of(task, event, kind, fine, Awaitable.NONE, stack));
  }

  private boolean isPinned(long task, long start, long end) {
    return pinned.getOrDefault(task, List.of()).stream()
        .anyMatch(p -> p.startNanos() >= start && p.endNanos() <= end);
  }

  private static boolean isSleep(Stack stack) {
    for (Frame frame : stack.frames()) {
      if (!frame.type().equals(VIRTUAL_THREAD)) {
        return frame.type().equals("java.lang.Thread") && frame.method().startsWith("sleep");
      }
    }
    return false;
  }
}

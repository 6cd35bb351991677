package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Awaits from the JDK's own events, used only where the agent, or traced methods, do not have the
 * same ones:
 *
 * <pre>
 *                            agent                methodtrace          jfr
 * jdk.ThreadSleep            -                    -                    sleep
 * jdk.SocketRead, -Write     -                    -                    park
 * jdk.VirtualThreadPinned    -                    marks its park       pinned
 * jdk.JavaMonitorEnter       pinned, to JDK 23    pinned, to JDK 23    pinned, to JDK 23
 *                                                 monitor-enter        monitor-enter
 * jdk.JavaMonitorWait        pinned, to JDK 23    pinned, to JDK 23    pinned, to JDK 23
 * </pre>
 *
 * From JDK 24 on a virtual thread unmounts when it blocks on a monitor: few of these leave a
 * monitor-enter, and the wait of one ends as soon as it begins, so it is useless.
 */
final class PlainJfr {
  private static final FineKind ENTER = new FineKind("monitor enter", AwaitCategory.LOCK);
  private static final FineKind WAIT = new FineKind("object wait", AwaitCategory.SIGNAL);

  private final ChunkPool pool;
  private final JdkFields fields;
  private final SourceDetector.Result detected;
  private final Consumer<TraceEvent> out;
  private final KindTable kinds = KindTable.standard();

  PlainJfr(ChunkPool pool, SourceDetector.Result detected, Consumer<TraceEvent> out) {
    this.pool = pool;
    this.fields = new JdkFields(pool);
    this.detected = detected;
    this.out = out;
  }

  Map<String, EventHandler> byName() {
    Map<String, EventHandler> handlers = new LinkedHashMap<>();
    handlers.put("jdk.VirtualThreadPinned", handler(event -> out.accept(pinnedBecause(event))));
    if (detected.monitorsPin()) {
      handlers.put(
          "jdk.JavaMonitorEnter", handler(event -> monitor(event, AwaitKind.PINNED, ENTER)));
      handlers.put("jdk.JavaMonitorWait", handler(event -> monitor(event, AwaitKind.PINNED, WAIT)));
    } else if (detected.source() != Source.AGENT) {
      handlers.put(
          "jdk.JavaMonitorEnter", handler(event -> monitor(event, AwaitKind.MONITOR_ENTER, ENTER)));
    }
    if (detected.source() == Source.JFR) {
      handlers.put("jdk.ThreadSleep", handler(event -> await(event, AwaitKind.SLEEP)));
      handlers.put("jdk.SocketRead", handler(event -> await(event, AwaitKind.PARK)));
      handlers.put("jdk.SocketWrite", handler(event -> await(event, AwaitKind.PARK)));
      handlers.put("jdk.VirtualThreadPinned", handler(this::pinned));
    }
    return handlers;
  }

  private EventHandler handler(Consumer<Event> action) {
    return new EventHandler(fields.all, action);
  }

  private TraceEvent pinnedBecause(Event event) {
    return new TraceEvent.PinnedBecause(
        fields.thread(event),
        event.startNanos(),
        event.endNanos(),
        event.text(fields.pinnedReason),
        fields.stack(event));
  }

  private void monitor(Event event, AwaitKind kind, FineKind fine) {
    ThreadRef task = fields.thread(event);
    if (task.virtual()) {
      String monitor = pool.className(event.number(fields.monitorClass));
      out.accept(
          JdkAwaits.of(
              task,
              event,
              kind,
              fine,
              monitor.isEmpty() ? Awaitable.NONE : new Awaitable(monitor, 0),
              fields.stack(event)));
    }
  }

  /** Both an await and the reason why it was pinned. */
  private void pinned(Event event) {
    out.accept(pinnedBecause(event));
    await(event, AwaitKind.PINNED);
  }

  private void await(Event event, AwaitKind kind) {
    ThreadRef task = fields.thread(event);
    if (task.virtual()) {
      Stack stack = fields.stack(event);
      var fine = kinds.refine(kind, false, Awaitable.NONE, stack);
      out.accept(JdkAwaits.of(task, event, kind, fine, Awaitable.NONE, stack));
    }
  }
}

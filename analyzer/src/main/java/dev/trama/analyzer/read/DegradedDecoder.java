package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.Nature;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * Awaits made out of the JDK's own events, where the agent was not there or does not look. What
 * comes of them has no waker, no carrier and no ready time, and only what JFR's thresholds let
 * through.
 */
final class DegradedDecoder {
  /**
   * {@code jdk.MethodTrace} cannot tell an await from a park that returned at once, as the last of
   * every sleep does: measured on JDK 25, those take 1 to 3 us, an await mostly more.
   */
  private static final long RETURNED_AT_ONCE_NANOS = 5_000;

  private final ChunkPool pool;
  private final KindTable kinds = KindTable.standard();

  DegradedDecoder(ChunkPool pool) {
    this.pool = pool;
  }

  /** Up to JDK 23 a monitor pins, so the agent leaves it to JFR. */
  Optional<TraceEvent> monitorEnter(RecordedEvent event) {
    return await(event, AwaitKind.PINNED, FineKind.unrefined(AwaitKind.MONITOR_ENTER, false));
  }

  Optional<TraceEvent> monitorWait(RecordedEvent event) {
    return await(event, AwaitKind.PINNED, FineKind.unrefined(AwaitKind.OBJECT_WAIT, false));
  }

  Optional<TraceEvent> pinned(RecordedEvent event) {
    return await(event, AwaitKind.PINNED, refined(AwaitKind.PINNED, event));
  }

  Optional<TraceEvent> sleep(RecordedEvent event) {
    return await(event, AwaitKind.SLEEP, FineKind.unrefined(AwaitKind.SLEEP, true));
  }

  Optional<TraceEvent> socketRead(RecordedEvent event) {
    return await(event, AwaitKind.PARK, new FineKind("socket read", Nature.IO));
  }

  Optional<TraceEvent> socketWrite(RecordedEvent event) {
    return await(event, AwaitKind.PARK, new FineKind("socket write", Nature.IO));
  }

  /** Of {@code VirtualThread.park} and {@code parkNanos}, which a sleep goes through as well. */
  Optional<TraceEvent> methodTrace(RecordedEvent event) {
    if (Fields.endNanos(event) - Fields.startNanos(event) < RETURNED_AT_ONCE_NANOS) {
      return Optional.empty();
    }
    FineKind fine = refined(AwaitKind.PARK, event);
    return await(event, fine.name().equals("sleep") ? AwaitKind.SLEEP : AwaitKind.PARK, fine);
  }

  private FineKind refined(AwaitKind kind, RecordedEvent event) {
    return kinds.refine(kind, false, Awaitable.NONE, stack(event));
  }

  private Stack stack(RecordedEvent event) {
    return pool.stack(event.<RecordedStackTrace>getValue("stackTrace"));
  }

  private Optional<TraceEvent> await(RecordedEvent event, AwaitKind kind, FineKind fine) {
    ThreadRef thread = pool.thread(event.getValue("eventThread"));
    long start = Fields.startNanos(event);
    long end = Fields.endNanos(event);
    if (!thread.virtual() || end <= start) {
      return Optional.empty();
    }
    var await =
        new Await(
            kind,
            fine,
            start,
            end,
            0,
            0,
            Awaitable.NONE,
            ThreadRef.UNKNOWN,
            ThreadRef.UNKNOWN,
            kind == AwaitKind.SLEEP ? Waker.TIMER : Waker.UNKNOWN,
            stack(event),
            Await.Ending.WOKEN);
    return Optional.of(new TraceEvent.Awaited(thread, await));
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;

/** The agent's events that tell of an await. */
final class AwaitDecoder {
  private final ChunkPool pool;
  private final KindTable kinds = KindTable.standard();
  private final boolean wakers;
  private final boolean awaitables;

  /** {@link Stack} compares by identity, and one stack mostly awaits the same. */
  private final Map<Stack, Refinement> refined = new HashMap<>();

  private record Refinement(AwaitKind kind, boolean timed, String awaitable, FineKind fine) {
    boolean is(AwaitKind kind, boolean timed, String awaitable) {
      return this.kind == kind && this.timed == timed && this.awaitable.equals(awaitable);
    }
  }

  AwaitDecoder(ChunkPool pool, Set<EventDetail> details) {
    this.pool = pool;
    this.wakers = details.contains(EventDetail.WAKERS);
    this.awaitables = details.contains(EventDetail.AWAITABLES);
  }

  TraceEvent await(RecordedEvent event) {
    return awaited(event, pool.stack(event.<RecordedStackTrace>getValue("stackTrace")));
  }

  TraceEvent awaitWithoutStack(RecordedEvent event) {
    return awaited(event, Stack.NONE);
  }

  /** The hot path: reads no field twice, and none that says nothing in its case. */
  private TraceEvent awaited(RecordedEvent event, Stack stack) {
    var kind = AwaitKind.ofEvent(Fields.text(event, "kind"), Fields.flag(event, "pinned"));
    boolean yields = kind == AwaitKind.YIELD;
    boolean wakerWanted = wakers && !yields;
    boolean awaitableWanted = awaitables && !yields;
    long startNanos = Fields.startNanos(event);
    long endNanos = Fields.endNanos(event);
    long waker = wakerWanted ? Fields.number(event, "waker") : 0;
    boolean timedOut = wakerWanted && waker == 0 && Fields.flag(event, "timedOut");
    var await =
        await(
            kind,
            startNanos,
            endNanos,
            // Who yields can run all along, and has not been woken by anybody.
            yields ? endNanos - startNanos : Fields.number(event, "resumeLatency"),
            awaitableWanted ? Fields.number(event, "timeout") : 0,
            awaitableWanted ? awaitable(event) : Awaitable.NONE,
            pool.thread(event.getValue("carrier")),
            ThreadRef.UNKNOWN,
            Waker.of(kind, waker, timedOut || kind == AwaitKind.SLEEP),
            stack,
            ending(timedOut, wakerWanted && Fields.flag(event, "interrupted")));
    return new TraceEvent.Awaited(pool.thread(event.getValue("eventThread")), await);
  }

  TraceEvent monitorAwait(RecordedEvent event) {
    boolean timedOut = Fields.flag(event, "timedOut");
    var kind = AwaitKind.ofEvent(Fields.text(event, "kind"), false);
    var await =
        await(
            kind,
            Fields.startNanos(event),
            Fields.endNanos(event),
            Fields.number(event, "resumeLatency"),
            Fields.number(event, "timeout") * 1_000_000,
            monitor(event),
            pool.thread(event.getValue("carrier")),
            pool.thread(event.getValue("resumedOn")),
            Waker.of(kind, 0, timedOut),
            pool.stack(Fields.text(event, "frames")),
            ending(timedOut, Fields.flag(event, "interrupted")));
    return new TraceEvent.Awaited(ThreadRef.task(Fields.number(event, "thread")), await);
  }

  TraceEvent stillSuspended(RecordedEvent event) {
    long at = Fields.endNanos(event);
    var await =
        await(
            AwaitKind.ofEvent(Fields.text(event, "kind"), Fields.flag(event, "pinned")),
            at - Fields.number(event, "suspendedFor"),
            at,
            0,
            Fields.number(event, "timeout"),
            awaitable(event),
            ThreadRef.UNKNOWN,
            ThreadRef.UNKNOWN,
            Waker.UNKNOWN,
            pool.stack(Fields.text(event, "frames")),
            Await.Ending.STILL_SUSPENDED);
    return new TraceEvent.StillAwaiting(
        new ThreadRef(Fields.number(event, "thread"), Fields.text(event, "name"), true),
        await,
        ThreadRef.task(Fields.number(event, "owner")),
        at);
  }

  private Awaitable awaitable(RecordedEvent event) {
    String type = pool.className(event.getValue("awaitable"));
    return type.isEmpty()
        ? Awaitable.NONE
        : new Awaitable(type, (int) Fields.number(event, "awaitableId"));
  }

  private Awaitable monitor(RecordedEvent event) {
    String type = pool.className(event.getValue("monitorClass"));
    return type.isEmpty() ? Awaitable.NONE : new Awaitable(type, 0);
  }

  private Await await(
      AwaitKind kind,
      long startNanos,
      long endNanos,
      long readyNanos,
      long timeoutNanos,
      Awaitable awaitable,
      ThreadRef carrier,
      ThreadRef resumedOn,
      Waker waker,
      Stack stack,
      Await.Ending ending) {
    boolean timed = timeoutNanos > 0;
    var fine = refine(kind, timed, awaitable, stack);
    // A latency beyond the await's own length is the clock's fault, not the scheduler's.
    long ready = Math.max(0, Math.min(readyNanos, endNanos - startNanos));
    return new Await(
        kind,
        fine,
        startNanos,
        endNanos,
        ready,
        timeoutNanos,
        awaitable,
        carrier,
        resumedOn,
        waker,
        stack,
        ending);
  }

  private FineKind refine(AwaitKind kind, boolean timed, Awaitable awaitable, Stack stack) {
    Refinement last = refined.get(stack);
    if (last == null || !last.is(kind, timed, awaitable.type())) {
      last =
          new Refinement(
              kind, timed, awaitable.type(), kinds.refine(kind, timed, awaitable, stack));
      refined.put(stack, last);
    }
    return last.fine();
  }

  private static Await.Ending ending(boolean timedOut, boolean interrupted) {
    if (interrupted) {
      return Await.Ending.INTERRUPTED;
    }
    return timedOut ? Await.Ending.TIMED_OUT : Await.Ending.WOKEN;
  }
}

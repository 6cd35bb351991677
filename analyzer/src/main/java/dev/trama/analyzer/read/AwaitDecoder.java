package dev.trama.analyzer.read;

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
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;

/** The agent's events that tell of an await. */
final class AwaitDecoder {
  private final ChunkObjects objects;
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

  AwaitDecoder(ChunkObjects objects, Set<Aspect> aspects) {
    this.objects = objects;
    this.wakers = aspects.contains(Aspect.WAKERS);
    this.awaitables = aspects.contains(Aspect.AWAITABLES);
  }

  TraceEvent await(RecordedEvent event) {
    return awaited(event, objects.stack(event.getStackTrace()));
  }

  TraceEvent awaitWithoutStack(RecordedEvent event) {
    return awaited(event, Stack.NONE);
  }

  /** The hot path: reads no field twice, and none that says nothing in its case. */
  private TraceEvent awaited(RecordedEvent event, Stack stack) {
    var kind = AwaitKind.ofEvent(event.getString("kind"), event.getBoolean("pinned"));
    boolean yields = kind == AwaitKind.YIELD;
    boolean wakerWanted = wakers && !yields;
    boolean awaitableWanted = awaitables && !yields;
    long waker = wakerWanted ? event.getLong("waker") : 0;
    boolean timedOut = wakerWanted && waker == 0 && event.getBoolean("timedOut");
    RecordedClass type = awaitableWanted ? event.getClass("awaitable") : null;
    var await =
        await(
            kind,
            Fields.startNanos(event),
            Fields.endNanos(event),
            event.getLong("resumeLatency"),
            awaitableWanted ? event.getLong("timeout") : 0,
            objects.awaitable(type, type == null ? 0 : event.getInt("awaitableId")),
            objects.thread(event.getThread("carrier")),
            ThreadRef.UNKNOWN,
            Waker.of(kind, waker, timedOut || kind == AwaitKind.SLEEP),
            stack,
            ending(timedOut, wakerWanted && event.getBoolean("interrupted")));
    return new TraceEvent.Awaited(objects.thread(event.getThread()), await);
  }

  TraceEvent monitorAwait(RecordedEvent event) {
    boolean timedOut = event.getBoolean("timedOut");
    var kind = AwaitKind.ofEvent(event.getString("kind"), false);
    var await =
        await(
            kind,
            Fields.startNanos(event),
            Fields.endNanos(event),
            event.getLong("resumeLatency"),
            event.getLong("timeout") * 1_000_000,
            objects.awaitable(event.getClass("monitorClass"), 0),
            objects.thread(event.getThread("carrier")),
            objects.thread(event.getThread("resumedOn")),
            Waker.of(kind, 0, timedOut),
            objects.stackOfText(event.getString("frames")),
            ending(timedOut, event.getBoolean("interrupted")));
    return new TraceEvent.Awaited(ThreadRef.task(event.getLong("thread")), await);
  }

  TraceEvent stillSuspended(RecordedEvent event) {
    long at = Fields.endNanos(event);
    var await =
        await(
            AwaitKind.ofEvent(event.getString("kind"), event.getBoolean("pinned")),
            at - event.getLong("suspendedFor"),
            at,
            0,
            event.getLong("timeout"),
            objects.awaitable(event.getClass("awaitable"), event.getInt("awaitableId")),
            ThreadRef.UNKNOWN,
            ThreadRef.UNKNOWN,
            Waker.UNKNOWN,
            objects.stackOfText(event.getString("frames")),
            Await.Ending.STILL_SUSPENDED);
    return new TraceEvent.StillAwaiting(
        new ThreadRef(event.getLong("thread"), Fields.text(event, "name"), true),
        await,
        ThreadRef.task(event.getLong("owner")),
        at);
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

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
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Decodes the agent's events about awaits. */
final class AwaitDecoder {
  private final AwaitFields fields = new AwaitFields();
  private final ChunkPool pool;
  private final StackFields stacks;
  private final KindTable kinds = KindTable.standard();
  private final SharedValues shared = new SharedValues();
  private final boolean wakers;
  private final boolean awaitables;

  /** {@link Stack} compares by identity, and one stack mostly has the same kind of await. */
  private final Map<Stack, Refinement> refined = new HashMap<>();

  private record Refinement(AwaitKind kind, boolean timed, String awaitable, FineKind fine) {
    boolean is(AwaitKind kind, boolean timed, String awaitable) {
      return this.kind == kind && this.timed == timed && this.awaitable.equals(awaitable);
    }
  }

  AwaitDecoder(ChunkPool pool, Set<EventDetail> details) {
    this.pool = pool;
    this.stacks = new StackFields(fields.all, pool);
    this.wakers = details.contains(EventDetail.WAKERS);
    this.awaitables = details.contains(EventDetail.AWAITABLES);
  }

  Map<String, EventHandler> handlers(Consumer<TraceEvent> out) {
    Map<String, EventHandler> handlers = new HashMap<>();
    var await = new EventHandler(fields.all, event -> out.accept(await(event)));
    handlers.put("trama.Await", await);
    handlers.put("trama.AwaitWithoutStack", await);
    handlers.put(
        "trama.MonitorAwait",
        new EventHandler(fields.all, event -> out.accept(monitorAwait(event))));
    handlers.put(
        "trama.StillSuspended",
        new EventHandler(fields.all, event -> out.accept(stillSuspended(event))));
    return handlers;
  }

  /** The hot path. */
  private TraceEvent await(Event event) {
    var kind = AwaitKind.ofEvent(event.text(fields.kind), event.flag(fields.pinned));
    boolean yields = kind == AwaitKind.YIELD;
    boolean wakerWanted = wakers && !yields;
    boolean awaitableWanted = awaitables && !yields;
    long startNanos = event.startNanos();
    long endNanos = event.endNanos();
    long waker = wakerWanted ? event.number(fields.waker) : 0;
    boolean timedOut = wakerWanted && waker == 0 && event.flag(fields.timedOut);
    var await =
        await(
            kind,
            startNanos,
            endNanos,
            // A task that yields is able to run all the time, and has no waker.
            yields ? endNanos - startNanos : event.number(fields.resumeLatency),
            awaitableWanted ? event.number(fields.timeout) : 0,
            awaitableWanted ? awaitable(event) : Awaitable.NONE,
            pool.thread(event.number(fields.carrier)),
            ThreadRef.UNKNOWN,
            waker != 0
                ? shared.waker(waker)
                : Waker.of(kind, 0, timedOut || kind == AwaitKind.SLEEP),
            stacks.of(event),
            ending(timedOut, wakerWanted && event.flag(fields.interrupted)));
    return new TraceEvent.Awaited(pool.thread(event.number(fields.eventThread)), await);
  }

  private TraceEvent monitorAwait(Event event) {
    boolean timedOut = event.flag(fields.timedOut);
    var kind = AwaitKind.ofEvent(event.text(fields.kind), false);
    var await =
        await(
            kind,
            event.startNanos(),
            event.endNanos(),
            event.number(fields.resumeLatency),
            event.number(fields.timeout) * unitOfMonitorTimeout(event),
            monitor(event),
            pool.thread(event.number(fields.carrier)),
            pool.thread(event.number(fields.resumedOn)),
            timedOut ? Waker.TIMER : new Waker.Unknown(event.number(fields.owner)),
            stacks.of(event),
            ending(timedOut, event.flag(fields.interrupted)));
    return new TraceEvent.Awaited(ThreadRef.task(event.number(fields.thread)), await);
  }

  /** Nanoseconds: agents wrote milliseconds until they numbered their stacks. */
  private long unitOfMonitorTimeout(Event event) {
    return stacks.areNumbered(event) ? 1 : 1_000_000;
  }

  private TraceEvent stillSuspended(Event event) {
    long at = event.endNanos();
    long wokenBy = event.number(fields.wokenBy);
    var await =
        await(
            AwaitKind.ofEvent(event.text(fields.kind), event.flag(fields.pinned)),
            at - event.number(fields.suspendedFor),
            at,
            event.number(fields.readyFor),
            event.number(fields.timeout),
            awaitable(event),
            ThreadRef.UNKNOWN,
            ThreadRef.UNKNOWN,
            wokenBy == 0 ? Waker.UNKNOWN : new Waker.ByThread(wokenBy),
            stacks.of(event),
            Await.Ending.STILL_SUSPENDED);
    return new TraceEvent.StillAwaiting(
        new ThreadRef(event.number(fields.thread), event.text(fields.name), true),
        await,
        ThreadRef.task(event.number(fields.owner)),
        at);
  }

  private Awaitable awaitable(Event event) {
    String type = pool.className(event.number(fields.awaitable));
    return shared.awaitable(type, (int) event.number(fields.awaitableId));
  }

  private Awaitable monitor(Event event) {
    String type = pool.className(event.number(fields.monitorClass));
    return shared.awaitable(type, (int) event.number(fields.monitorId));
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
    // A latency longer than the await itself comes from the clock, not from the scheduler.
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

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;

/** Which events are read, by name, and what each becomes. */
final class Decoders {
  private final ChunkPool pool;
  private final SourceDetector.Result detected;
  private final Set<EventDetail> details;
  private final Consumer<TraceEvent> out;

  Decoders(
      ChunkPool pool,
      SourceDetector.Result detected,
      Set<EventDetail> details,
      Consumer<TraceEvent> out) {
    this.pool = pool;
    this.detected = detected;
    this.details = details;
    this.out = out;
  }

  Map<String, Consumer<RecordedEvent>> byName() {
    Map<String, Consumer<RecordedEvent>> handlers = new LinkedHashMap<>();
    ofEverySource().forEach((name, decoder) -> handlers.put(name, decode(decoder)));
    switch (detected.source()) {
      case AGENT -> ofAgent().forEach((name, decoder) -> handlers.put(name, decode(decoder)));
      case METHOD_TRACE -> handlers.putAll(new TracedMethods(pool, detected, out).byName());
      case JFR -> {}
    }
    handlers.putAll(new PlainJfr(pool, detected, out).byName());
    return handlers;
  }

  private Consumer<RecordedEvent> decode(Function<RecordedEvent, TraceEvent> decoder) {
    return event -> out.accept(decoder.apply(event));
  }

  private Map<String, Function<RecordedEvent, TraceEvent>> ofEverySource() {
    return Map.of(
        "jdk.VirtualThreadStart", this::started,
        "jdk.VirtualThreadEnd", this::ended,
        "jdk.VirtualThreadPinned", event -> pinned(event, pool));
  }

  private Map<String, Function<RecordedEvent, TraceEvent>> ofAgent() {
    var awaits = new AwaitDecoder(pool, details);
    Map<String, Function<RecordedEvent, TraceEvent>> decoders = new LinkedHashMap<>();
    decoders.put("trama.Await", awaits::await);
    decoders.put("trama.AwaitWithoutStack", awaits::awaitWithoutStack);
    decoders.put("trama.MonitorAwait", awaits::monitorAwait);
    decoders.put("trama.StillSuspended", awaits::stillSuspended);
    if (details.contains(EventDetail.WAKES)) {
      decoders.put("trama.Unpark", this::unpark);
      decoders.put("trama.UnparkWithoutStack", this::unpark);
    }
    decoders.put("trama.Spawn", this::spawn);
    decoders.put("trama.SpawnWithoutStack", this::spawn);
    decoders.put("trama.Agent", Decoders::agent);
    decoders.put("trama.Completeness", Decoders::completeness);
    return decoders;
  }

  private TraceEvent unpark(RecordedEvent event) {
    return new TraceEvent.Woke(
        new Wake(
            pool.thread(event.getValue("eventThread")),
            Fields.number(event, "target"),
            Fields.endNanos(event),
            Fields.flag(event, "interrupt"),
            pool.stack(event.<RecordedStackTrace>getValue("stackTrace"))));
  }

  private TraceEvent spawn(RecordedEvent event) {
    return new TraceEvent.Spawned(
        new ThreadRef(Fields.number(event, "child"), Fields.text(event, "name"), true),
        new Spawn(
            pool.thread(event.getValue("eventThread")),
            Fields.endNanos(event),
            Fields.text(event, "container"),
            pool.stack(event.<RecordedStackTrace>getValue("stackTrace"))));
  }

  private static TraceEvent agent(RecordedEvent event) {
    return new TraceEvent.Agent(
        Fields.text(event, "version"),
        Fields.text(event, "options"),
        Fields.text(event, "hooks"),
        Fields.text(event, "missingHooks"),
        event.hasField("parallelism") ? event.getInt("parallelism") : 0);
  }

  private static TraceEvent completeness(RecordedEvent event) {
    return new TraceEvent.Counted(
        new Completeness(
            Fields.number(event, "awaitsSeen"),
            Fields.number(event, "awaitsCommitted"),
            Fields.number(event, "withoutStack"),
            Fields.number(event, "lost"),
            Fields.number(event, "wakerUnknown"),
            Fields.number(event, "probeFailures"),
            Fields.number(event, "captureTime"),
            event.getFloat("budget")));
  }

  private TraceEvent started(RecordedEvent event) {
    return new TraceEvent.Started(
        pool.thread(event.getValue("eventThread")), Fields.endNanos(event));
  }

  private TraceEvent ended(RecordedEvent event) {
    return new TraceEvent.Ended(pool.thread(event.getValue("eventThread")), Fields.endNanos(event));
  }

  static TraceEvent pinned(RecordedEvent event, ChunkPool pool) {
    return new TraceEvent.PinnedBecause(
        pool.thread(event.getValue("eventThread")),
        Fields.startNanos(event),
        Fields.endNanos(event),
        event.hasField("pinnedReason") ? Fields.text(event, "pinnedReason") : "",
        pool.stack(event.<RecordedStackTrace>getValue("stackTrace")));
  }
}

package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Birth;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;

/** Which events are read, by name, and what each becomes. */
final class Decoders {
  private final ChunkPool pool;

  Decoders(ChunkPool pool) {
    this.pool = pool;
  }

  /** A decoder may find that an event is not about a virtual thread and give nothing. */
  Map<String, Function<RecordedEvent, Optional<TraceEvent>>> byName(Source source) {
    Map<String, Function<RecordedEvent, Optional<TraceEvent>>> decoders = new LinkedHashMap<>();
    always().forEach((name, decoder) -> decoders.put(name, decoder.andThen(Optional::of)));
    var degraded = new DegradedDecoder(pool);
    decoders.put("jdk.JavaMonitorEnter", degraded::monitorEnter);
    decoders.put("jdk.JavaMonitorWait", degraded::monitorWait);
    switch (source) {
      case AGENT -> {}
      case METHOD_TRACE -> decoders.put("jdk.MethodTrace", degraded::methodTrace);
      case JFR -> {
        decoders.put("jdk.VirtualThreadPinned", degraded::pinned);
        decoders.put("jdk.ThreadSleep", degraded::sleep);
        decoders.put("jdk.SocketRead", degraded::socketRead);
        decoders.put("jdk.SocketWrite", degraded::socketWrite);
      }
    }
    return decoders;
  }

  private Map<String, Function<RecordedEvent, TraceEvent>> always() {
    var awaits = new AwaitDecoder(pool);
    Map<String, Function<RecordedEvent, TraceEvent>> decoders = new LinkedHashMap<>();
    decoders.put("trama.Await", awaits::await);
    decoders.put("trama.AwaitWithoutStack", awaits::awaitWithoutStack);
    decoders.put("trama.MonitorAwait", awaits::monitorAwait);
    decoders.put("trama.StillSuspended", awaits::stillSuspended);
    decoders.put("trama.Unpark", this::unpark);
    decoders.put("trama.UnparkWithoutStack", this::unpark);
    decoders.put("trama.Spawn", this::spawn);
    decoders.put("trama.SpawnWithoutStack", this::spawn);
    decoders.put("trama.Agent", Decoders::agent);
    decoders.put("trama.Completeness", Decoders::completeness);
    decoders.put("jdk.VirtualThreadStart", this::started);
    decoders.put("jdk.VirtualThreadEnd", this::ended);
    decoders.put("jdk.VirtualThreadPinned", this::pinned);
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
        new Birth(
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
        Fields.text(event, "missingHooks"));
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

  private TraceEvent pinned(RecordedEvent event) {
    return new TraceEvent.PinnedBecause(
        pool.thread(event.getValue("eventThread")),
        Fields.startNanos(event),
        Fields.endNanos(event),
        event.hasField("pinnedReason") ? Fields.text(event, "pinnedReason") : "",
        pool.stack(event.<RecordedStackTrace>getValue("stackTrace")));
  }
}

package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Birth;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;

/** Which events are read, by name, and what each becomes. */
final class Decoders {
  private final ChunkObjects objects;
  private final Scout.Report scouted;
  private final Set<Aspect> aspects;
  private final Consumer<TraceEvent> out;

  Decoders(ChunkObjects objects, Scout.Report scouted, Set<Aspect> aspects, Consumer<TraceEvent> out) {
    this.objects = objects;
    this.scouted = scouted;
    this.aspects = aspects;
    this.out = out;
  }

  Map<String, Consumer<RecordedEvent>> byName() {
    Map<String, Consumer<RecordedEvent>> handlers = new LinkedHashMap<>();
    ofEverySource().forEach((name, decoder) -> handlers.put(name, decode(decoder)));
    switch (scouted.source()) {
      case AGENT -> ofAgent().forEach((name, decoder) -> handlers.put(name, decode(decoder)));
      case METHOD_TRACE -> handlers.putAll(new TracedMethods(objects, scouted, out).byName());
      case JFR -> {}
    }
    handlers.putAll(new PlainJfr(objects, scouted, out).byName());
    return handlers;
  }

  private Consumer<RecordedEvent> decode(Function<RecordedEvent, TraceEvent> decoder) {
    return event -> out.accept(decoder.apply(event));
  }

  private Map<String, Function<RecordedEvent, TraceEvent>> ofEverySource() {
    return Map.of(
        "jdk.VirtualThreadStart", this::started,
        "jdk.VirtualThreadEnd", this::ended,
        "jdk.VirtualThreadPinned", event -> pinned(event, objects));
  }

  private Map<String, Function<RecordedEvent, TraceEvent>> ofAgent() {
    var awaits = new AwaitDecoder(objects, aspects);
    Map<String, Function<RecordedEvent, TraceEvent>> decoders = new LinkedHashMap<>();
    decoders.put("trama.Await", awaits::await);
    decoders.put("trama.AwaitWithoutStack", awaits::awaitWithoutStack);
    decoders.put("trama.MonitorAwait", awaits::monitorAwait);
    decoders.put("trama.StillSuspended", awaits::stillSuspended);
    if (aspects.contains(Aspect.WAKES)) {
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
            objects.thread(event.getThread()),
            event.getLong("target"),
            Fields.endNanos(event),
            event.getBoolean("interrupt"),
            objects.stack(event.getStackTrace())));
  }

  private TraceEvent spawn(RecordedEvent event) {
    return new TraceEvent.Spawned(
        new ThreadRef(event.getLong("child"), Fields.text(event, "name"), true),
        new Birth(
            objects.thread(event.getThread()),
            Fields.endNanos(event),
            Fields.text(event, "container"),
            objects.stack(event.getStackTrace())));
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
            event.getLong("awaitsSeen"),
            event.getLong("awaitsCommitted"),
            event.getLong("withoutStack"),
            event.getLong("lost"),
            event.getLong("wakerUnknown"),
            event.getLong("probeFailures"),
            event.getLong("captureTime"),
            event.getFloat("budget")));
  }

  private TraceEvent started(RecordedEvent event) {
    return new TraceEvent.Started(objects.thread(event.getThread()), Fields.endNanos(event));
  }

  private TraceEvent ended(RecordedEvent event) {
    return new TraceEvent.Ended(objects.thread(event.getThread()), Fields.endNanos(event));
  }

  static TraceEvent pinned(RecordedEvent event, ChunkObjects objects) {
    return new TraceEvent.PinnedBecause(
        objects.thread(event.getThread()),
        Fields.startNanos(event),
        Fields.endNanos(event),
        event.hasField("pinnedReason") ? Fields.text(event, "pinnedReason") : "",
        objects.stack(event.getStackTrace()));
  }
}

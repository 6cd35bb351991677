package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The events that are read, by name, and their decoders. */
final class Decoders {
  private final Fields fields = new Fields();
  private final Fields.Field eventThread = fields.field("eventThread");
  private final Fields.Field target = fields.field("target");
  private final Fields.Field interrupt = fields.field("interrupt");
  private final Fields.Field child = fields.field("child");
  private final Fields.Field name = fields.field("name");
  private final Fields.Field container = fields.field("container");
  private final StackFields stacks;
  private final ChunkPool pool;
  private final SourceDetector.Result detected;
  private final Set<EventDetail> details;
  private final Consumer<TraceEvent> out;

  Decoders(
      ChunkPool pool,
      SourceDetector.Result detected,
      Set<EventDetail> details,
      Consumer<TraceEvent> out) {
    this.stacks = new StackFields(fields, pool);
    this.pool = pool;
    this.detected = detected;
    this.details = details;
    this.out = out;
  }

  Map<String, EventHandler> byName() {
    Map<String, EventHandler> handlers = new LinkedHashMap<>();
    add(handlers, "jdk.VirtualThreadStart", this::started);
    add(handlers, "jdk.VirtualThreadEnd", this::ended);
    switch (detected.source()) {
      case AGENT -> addOfAgent(handlers);
      case METHOD_TRACE -> handlers.putAll(new TracedMethods(pool, detected, out).byName());
      case JFR -> {}
    }
    handlers.putAll(new PlainJfr(pool, detected, out).byName());
    return handlers;
  }

  private void add(
      Map<String, EventHandler> handlers, String name, Function<Event, TraceEvent> decoder) {
    handlers.put(name, new EventHandler(fields, event -> out.accept(decoder.apply(event))));
  }

  private void addOfAgent(Map<String, EventHandler> handlers) {
    handlers.put(StackFields.EVENT, StackFields.handler(pool));
    handlers.putAll(new AwaitDecoder(pool, details).handlers(out));
    if (details.contains(EventDetail.WAKES)) {
      add(handlers, "trama.Unpark", this::unpark);
      add(handlers, "trama.UnparkWithoutStack", this::unpark);
    }
    add(handlers, "trama.Spawn", this::spawn);
    add(handlers, "trama.SpawnWithoutStack", this::spawn);
    handlers.putAll(AgentDecoder.handlers(out));
  }

  private TraceEvent started(Event event) {
    return new TraceEvent.Started(pool.thread(event.number(eventThread)), event.endNanos());
  }

  private TraceEvent ended(Event event) {
    return new TraceEvent.Ended(pool.thread(event.number(eventThread)), event.endNanos());
  }

  private TraceEvent unpark(Event event) {
    return new TraceEvent.Woke(
        new Wake(
            pool.thread(event.number(eventThread)),
            event.number(target),
            event.endNanos(),
            event.flag(interrupt),
            stacks.of(event)));
  }

  private TraceEvent spawn(Event event) {
    return new TraceEvent.Spawned(
        new ThreadRef(event.number(child), event.text(name), true),
        new Spawn(
            pool.thread(event.number(eventThread)),
            event.endNanos(),
            event.text(container),
            stacks.of(event)));
  }
}

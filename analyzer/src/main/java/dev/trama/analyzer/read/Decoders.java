package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Birth;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;

/** Which events are read, by name, and what each becomes. */
final class Decoders {
  private final StackPool stacks;

  Decoders(StackPool stacks) {
    this.stacks = stacks;
  }

  Map<String, Function<RecordedEvent, TraceEvent>> byName() {
    var awaits = new AwaitDecoder(stacks);
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
    decoders.put("jdk.VirtualThreadStart", Decoders::started);
    decoders.put("jdk.VirtualThreadEnd", Decoders::ended);
    decoders.put("jdk.VirtualThreadPinned", this::pinned);
    return decoders;
  }

  private TraceEvent unpark(RecordedEvent event) {
    return new TraceEvent.Woke(
        new Wake(
            Fields.thread(event),
            event.getLong("target"),
            Fields.endNanos(event),
            event.getBoolean("interrupt"),
            stacks.of(event.getStackTrace())));
  }

  private TraceEvent spawn(RecordedEvent event) {
    return new TraceEvent.Spawned(
        new ThreadRef(event.getLong("child"), Fields.text(event, "name"), true),
        new Birth(
            Fields.thread(event),
            Fields.endNanos(event),
            Fields.text(event, "container"),
            stacks.of(event.getStackTrace())));
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

  private static TraceEvent started(RecordedEvent event) {
    return new TraceEvent.Started(Fields.thread(event), Fields.endNanos(event));
  }

  private static TraceEvent ended(RecordedEvent event) {
    return new TraceEvent.Ended(Fields.thread(event), Fields.endNanos(event));
  }

  private TraceEvent pinned(RecordedEvent event) {
    return new TraceEvent.PinnedBecause(
        Fields.thread(event),
        Fields.startNanos(event),
        Fields.endNanos(event),
        event.hasField("pinnedReason") ? Fields.text(event, "pinnedReason") : "",
        stacks.of(event.getStackTrace()));
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.parse.ChunkVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/** Decodes the events of a chunk and hands them over in batches. */
public final class Decoding implements ChunkVisitor {
  /** So many that handing them over costs nothing, so few that they are still in the cache. */
  private static final int BATCH = 512;

  private final ChunkPool pool;
  private final SynchronizedSink sink;
  private final Map<String, Consumer<RecordedEvent>> handlers;
  private final List<TraceEvent> batch = new ArrayList<>(BATCH);
  private boolean wantsMore = true;

  public Decoding(
      StackPool stacks,
      SourceDetector.Result detected,
      Set<EventDetail> details,
      SynchronizedSink sink) {
    this.pool = new ChunkPool(stacks);
    this.sink = sink;
    this.handlers = new Decoders(pool, detected, details, this::decoded).byName();
    handlers.put("jdk.DataLoss", event -> sink.lost(Fields.number(event, "amount")));
  }

  @Override
  public Map<String, Consumer<RecordedEvent>> handlers() {
    return handlers;
  }

  @Override
  public Optional<Consumer<RecordedEvent>> handlerOf(EventType type) {
    return ContextDecoder.of(type)
        .map(decoder -> event -> decoder.decode(event, pool).ifPresent(this::decoded));
  }

  @Override
  public void begin() {
    pool.chunkEnded();
    batch.clear();
    wantsMore = true;
  }

  @Override
  public boolean wantsMore() {
    return wantsMore;
  }

  @Override
  public void end() {
    wantsMore = sink.accept(batch);
    batch.clear();
  }

  private void decoded(TraceEvent event) {
    batch.add(event);
    if (batch.size() == BATCH) {
      end();
    }
  }
}

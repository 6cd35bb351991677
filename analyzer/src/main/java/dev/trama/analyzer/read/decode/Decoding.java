package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.parse.ChunkVisitor;
import dev.trama.analyzer.read.parse.Constants;
import dev.trama.analyzer.read.parse.EventDescription;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes the events of a chunk and hands them over in batches. */
public final class Decoding implements ChunkVisitor {
  /** Enough to make handing over cheap, but few enough to stay in the cache. */
  private static final int BATCH = 512;

  private final ChunkPool pool;
  private final SynchronizedSink sink;
  private final Map<String, EventHandler> handlers;
  private final List<TraceEvent> batch = new ArrayList<>(BATCH);
  private boolean wantsMore = true;

  public Decoding(
      StackPool stacks,
      NumberedStacks numbered,
      SourceDetector.Result detected,
      Set<EventDetail> details,
      SynchronizedSink sink) {
    this.pool = new ChunkPool(stacks, numbered);
    this.sink = sink;
    this.handlers = new Decoders(pool, detected, details, this::decoded).byName();
    var dataLoss = new Fields();
    var amount = dataLoss.field("amount");
    handlers.put(
        "jdk.DataLoss", new EventHandler(dataLoss, event -> sink.lost(event.number(amount))));
    handlers.put("trama.Dump", AgentDecoder.dump(sink::dumped));
  }

  @Override
  public Map<String, EventHandler> handlers() {
    return handlers;
  }

  @Override
  public Optional<EventHandler> handlerOf(EventDescription type) {
    return ContextDecoder.of(type, pool, this::decoded);
  }

  @Override
  public void begin(Constants constants) {
    pool.begin(constants);
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

package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.read.file.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one chunk: first the sizes of its events, which must lead from one to the next up to its
 * end; then its constants; then the events. All of it takes time proportional to the number of
 * bytes, whatever they are.
 */
public final class ChunkParser {
  private static final int HEADER_BYTES = 68;
  private static final long METADATA = 0;
  private static final long CONSTANTS = 1;

  private final Chunk chunk;
  private final ChunkVisitor visitor;
  private final ChunkBytes bytes;
  private final Bytes in = new Bytes(new byte[0]);
  private final LongMap<Decoder> decoders = new LongMap<>();
  private final List<Long> firstOnes = new ArrayList<>();

  /** The decoder for one type of event. */
  private record Decoder(Event event, EventHandler handler) {}

  private ChunkParser(Chunk chunk, ChunkVisitor visitor, ChunkBytes bytes) {
    this.chunk = chunk;
    this.visitor = visitor;
    this.bytes = bytes;
  }

  /** Reads a chunk; returns what prevented reading it to its end, or empty. */
  public static Optional<String> read(Chunk chunk, ChunkVisitor visitor) {
    if (!chunk.compressed()) {
      return Optional.of("its numbers are in an unknown encoding");
    }
    try (var bytes = new ChunkBytes(chunk)) {
      new ChunkParser(chunk, visitor, bytes).read();
      return Optional.empty();
    } catch (DamagedChunk e) {
      return Optional.of(e.getMessage());
    } catch (IndexOutOfBoundsException e) {
      // A type that the description names but does not describe; events and constants have theirs.
      var damaged =
          new DamagedChunk("the description of events", chunk.offset() + chunk.metadataAt());
      return Optional.of(damaged.getMessage());
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      // The only effect of a damaged count or size that the checks cannot rule out.
      return Optional.of("it needs more memory than there is");
    }
  }

  private void read() throws IOException {
    Metadata metadata = metadata();
    Map<Long, EventHandler> handlers = handlers(metadata);
    List<Long> pools = poolsFromLast(walk(handlers));
    Constants constants = constants(metadata, pools);
    var texts = new Texts(constants.texts);
    var clock = Clock.of(chunk);
    handlers.forEach(
        (type, handler) -> {
          var layout = Layout.asFarAsWanted(metadata, metadata.type(type), handler.fields());
          decoders.put(type, new Decoder(new Event(layout, in, texts, handler, clock), handler));
        });
    visitor.begin(constants);
    try {
      readEvents();
    } finally {
      visitor.end();
    }
  }

  private Metadata metadata() throws IOException {
    long at = chunk.metadataAt();
    try {
      bytes.readHead(at);
      if (bytes.type() == METADATA) {
        return Metadata.of(new Bytes(bytes.wholeEvent(at)));
      }
    } catch (IndexOutOfBoundsException | NumberFormatException | DamagedChunk e) {
      throw damaged("the description of events", at, e);
    }
    throw new DamagedChunk("the description of events", chunk.offset() + at);
  }

  private DamagedChunk damaged(String what, long at, RuntimeException cause) {
    var damaged = new DamagedChunk(what, chunk.offset() + at);
    damaged.initCause(cause);
    return damaged;
  }

  private Map<Long, EventHandler> handlers(Metadata metadata) {
    Map<String, EventHandler> byName = visitor.handlers();
    Map<Long, EventHandler> byType = new HashMap<>();
    for (Metadata.Type type : metadata.types()) {
      if (byName.containsKey(type.name())) {
        byType.put(type.id(), byName.get(type.name()));
      } else if (type.isEvent()) {
        visitor
            .handlerOf(metadata.describe(type))
            .ifPresent(handler -> byType.put(type.id(), handler));
      }
    }
    return byType;
  }

  /** Goes from event to event by their sizes; costs about 10 ns each. */
  private Map<Long, Long> walk(Map<Long, EventHandler> handlers) throws IOException {
    var first = new LongMap<Boolean>();
    handlers.forEach(
        (type, handler) -> {
          if (handler.first()) {
            first.put(type, true);
          }
        });
    Map<Long, Long> offsetsOfBefore = new HashMap<>();
    boolean metadataFound = false;
    for (long at = HEADER_BYTES; at < chunk.size(); at += bytes.size()) {
      bytes.readHead(at);
      if (bytes.type() == CONSTANTS) {
        bytes.moveToFields(in, at, HEADER_BYTES);
        offsetsOfBefore.put(at, ConstantsReader.offsetOfBefore(in));
      } else if (bytes.type() == METADATA) {
        metadataFound |= at == chunk.metadataAt();
      } else if (first.containsKey(bytes.type())) {
        firstOnes.add(at);
      }
    }
    if (!metadataFound) {
      throw new DamagedChunk("the description of events", chunk.offset() + chunk.metadataAt());
    }
    return offsetsOfBefore;
  }

  /** The events with constants; each leads to the one before, from the last to the first. */
  private List<Long> poolsFromLast(Map<Long, Long> offsetsOfBefore) {
    List<Long> pools = new ArrayList<>();
    long at = chunk.poolsAt();
    while (true) {
      Long back = offsetsOfBefore.get(at);
      if (back == null || back > 0) {
        throw new DamagedChunk("the constant pools", chunk.offset() + at);
      }
      pools.add(at);
      if (back == 0) {
        return pools;
      }
      at += back;
    }
  }

  private Constants constants(Metadata metadata, List<Long> pools) throws IOException {
    var reader = new ConstantsReader(metadata);
    for (long at : pools) {
      bytes.readHead(at);
      try {
        reader.add(bytes.wholeEvent(at));
      } catch (IndexOutOfBoundsException e) {
        throw damaged("the constant pools", at, e);
      }
    }
    return reader.constants();
  }

  private void readEvents() throws IOException {
    for (long at : firstOnes) {
      bytes.readHead(at);
      readEvent(at);
    }
    for (long at = HEADER_BYTES; at < chunk.size() && visitor.wantsMore(); at += bytes.size()) {
      bytes.readHead(at);
      readEvent(at);
    }
  }

  private void readEvent(long at) throws IOException {
    Decoder decoder = decoders.get(bytes.type());
    if (decoder == null) {
      return;
    }
    int end = bytes.moveToFields(in, at, bytes.size());
    try {
      decoder.event().read();
      if (in.position() > end) {
        throw new DamagedChunk("an event", chunk.offset() + at);
      }
      decoder.handler().action().accept(decoder.event());
    } catch (IndexOutOfBoundsException e) {
      throw damaged("an event", at, e);
    }
  }
}

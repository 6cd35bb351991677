package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.file.ChunkCheck;
import dev.trama.analyzer.read.file.ChunkFile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Reads chunks, one after the other, through the JDK's own parser in its fastest mode: unordered,
 * one event object reused. For one thread's use.
 */
final class ChunkReader {
  private final ChunkVisitor visitor;
  private volatile boolean abandoned;
  private Throwable failure;
  private boolean midChunk;

  ChunkReader(ChunkVisitor visitor) {
    this.visitor = visitor;
  }

  /** Stops it at the next event, if there ever is one. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** What kept the parser from the end of the chunk. */
  Optional<String> read(Chunk chunk) {
    failure = null;
    midChunk = false;
    visitor.begin();
    try {
      Optional<String> problem = ChunkCheck.problem(chunk);
      if (problem.isPresent()) {
        return problem;
      }
      try (var file = ChunkFile.of(chunk)) {
        parse(file);
      }
    } catch (IOException | RuntimeException | Error e) {
      // The parser meets damage with errors of all kinds: out of memory, stack overflow, internal.
      failure = e;
    }
    if (failure == null && midChunk) {
      // The JDK's stream ends without a word at some damage: no flush follows the last event then.
      return Optional.of("the parser ended before it does");
    }
    return Optional.ofNullable(failure).map(ChunkReader::reason);
  }

  private void parse(ChunkFile file) throws IOException {
    try (var stream = EventStream.openFile(file.path())) {
      stream.setReuse(true);
      stream.setOrdered(false);
      midChunk = true;
      stream.onFlush(() -> midChunk = false);
      Runnable stop = stream::close;
      stream.onError(
          error -> {
            failure = failure == null ? error : failure;
            stop.run();
          });
      visitor.handlers().forEach((name, handler) -> handle(stream, name, handler));
      stream.onMetadata(
          metadata -> {
            for (EventType type : metadata.getAddedEventTypes()) {
              visitor.handlerOf(type).ifPresent(handler -> handle(stream, type.getName(), handler));
            }
          });
      stream.start();
    }
    if (!abandoned) {
      visitor.end();
    }
  }

  private void handle(EventStream stream, String name, Consumer<RecordedEvent> handler) {
    stream.onEvent(
        name,
        event -> {
          midChunk = true;
          handler.accept(event);
          if (abandoned || !visitor.wantsMore()) {
            midChunk = false;
            stream.close();
          }
        });
  }

  /** The JDK speaks of damage only in its IO exceptions; the others tell of its own workings. */
  private static String reason(Throwable error) {
    boolean telling = error instanceof IOException && error.getMessage() != null;
    return telling
        ? error.getMessage().lines().findFirst().orElse("unreadable")
        : "the parser stumbled over it: " + error.getClass().getSimpleName();
  }
}

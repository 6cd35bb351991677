package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * The events of one part of a file through the JDK's own parser, in its fastest mode: unordered,
 * one event object reused.
 */
final class PartStream {
  private final Part part;
  private final Source source;
  private final ChunkPool pool;
  private final Seen seen;
  private Optional<Throwable> failure = Optional.empty();
  private int flushes;
  private boolean midChunk;

  PartStream(Part part, Source source, StackPool stacks, Seen seen) {
    this.source = source;
    this.part = part;
    this.pool = new ChunkPool(stacks);
    this.seen = seen;
  }

  /** A warning when the parser gave up before the end. */
  Optional<String> read(Consumer<TraceEvent> sink) {
    try (var content = part.open();
        var stream = EventStream.openFile(content.file())) {
      Runnable stop = stream::close;
      stream.setReuse(true);
      stream.setOrdered(false);
      stream.onFlush(this::flushed);
      stream.onError(
          error -> {
            failed(error);
            stop.run();
          });
      new Decoders(pool)
          .byName(source)
          .forEach((name, decoder) -> subscribe(stream, name, decoder, sink));
      stream.onEvent("jdk.JVMInformation", event -> seen.jvm(event.getString("jvmVersion")));
      stream.start();
    } catch (IOException | RuntimeException | InternalError | StackOverflowError e) {
      failed(e);
    }
    return verdict();
  }

  private void failed(Throwable error) {
    failure = failure.isEmpty() ? Optional.of(error) : failure;
  }

  private Optional<String> verdict() {
    Path file = part.scan().file();
    if (failure.isPresent() && failure.get() instanceof SinkFailure inSink) {
      throw inSink.unchecked();
    }
    // The JDK's stream ends without a word when it meets damage: then no flush follows the last
    // event.
    boolean complete = failure.isEmpty() && flushes >= part.count() && !midChunk;
    if (complete) {
      return Optional.empty();
    }
    String why = failure.map(PartStream::reason).map(reason -> " (" + reason + ")").orElse("");
    if (flushes == 0 && !midChunk) {
      throw new UnreadableRecording(
          file,
          "damaged" + why,
          failure.orElseGet(() -> new IOException("no event could be read")));
    }
    return Optional.of(file + ": damaged" + why + "; only what comes before that was read");
  }

  private void subscribe(
      EventStream stream,
      String name,
      Function<RecordedEvent, Optional<TraceEvent>> decoder,
      Consumer<TraceEvent> sink) {
    stream.onEvent(
        name,
        event -> {
          midChunk = true;
          Optional<TraceEvent> decoded = decoder.apply(event);
          try {
            decoded.ifPresent(sink);
          } catch (RuntimeException | Error e) {
            throw new SinkFailure(e);
          }
        });
  }

  /** At the end of a chunk, and within it where the recording was flushed for a reader. */
  private void flushed() {
    pool.chunkEnded();
    flushes++;
    midChunk = false;
  }

  private static String reason(Throwable error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }

  /** Not the file's fault but ours: carried through the parser, which would hide it. */
  private static final class SinkFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SinkFailure(Throwable cause) {
      super(cause);
    }

    RuntimeException unchecked() {
      if (getCause() instanceof Error error) {
        throw error;
      }
      return (RuntimeException) getCause();
    }
  }
}

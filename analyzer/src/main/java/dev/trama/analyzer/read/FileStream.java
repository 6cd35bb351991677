package dev.trama.analyzer.read;

import dev.trama.analyzer.model.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * The events of one file through the JDK's own parser, in its fastest mode: unordered, one event
 * object reused.
 */
final class FileStream {
  private final ChunkScan scan;
  private final Map<String, Function<RecordedEvent, TraceEvent>> decoders;
  private final StackPool stacks;
  private final RecordingReader.Seen seen;
  private Throwable failure;
  private int chunksRead;

  FileStream(
      ChunkScan scan,
      Map<String, Function<RecordedEvent, TraceEvent>> decoders,
      StackPool stacks,
      RecordingReader.Seen seen) {
    this.scan = scan;
    this.decoders = decoders;
    this.stacks = stacks;
    this.seen = seen;
  }

  /** A warning when the parser gave up before the end. */
  Optional<String> read(Consumer<TraceEvent> sink) {
    Path file = scan.file();
    try (var usable = UsablePart.of(scan);
        var stream = EventStream.openFile(usable.file())) {
      stream.setReuse(true);
      stream.setOrdered(false);
      stream.onFlush(this::chunkEnded);
      Runnable stop = stream::close;
      stream.onError(
          error -> {
            failure = failure == null ? error : failure;
            stop.run();
          });
      decoders.forEach((name, decoder) -> subscribe(stream, name, decoder, sink));
      stream.onEvent("jdk.JVMInformation", this::learnJdk);
      stream.onEvent("jdk.MethodTrace", event -> seen.methodTrace = true);
      stream.start();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      failure = e;
    }
    if (failure instanceof SinkFailure inSink) {
      throw inSink.unchecked();
    }
    if (failure != null && chunksRead == 0) {
      throw new UnreadableRecording(file, "damaged: " + reason(failure), failure);
    }
    if (failure != null || chunksRead < scan.chunks().size()) {
      return Optional.of(
          file
              + ": damaged after chunk "
              + chunksRead
              + " of "
              + scan.chunks().size()
              + "; the rest was not read");
    }
    return Optional.empty();
  }

  private void subscribe(
      EventStream stream,
      String name,
      Function<RecordedEvent, TraceEvent> decoder,
      Consumer<TraceEvent> sink) {
    boolean ours = name.startsWith("trama.");
    stream.onEvent(
        name,
        event -> {
          seen.agent |= ours;
          TraceEvent decoded = decoder.apply(event);
          try {
            sink.accept(decoded);
          } catch (RuntimeException | Error e) {
            throw new SinkFailure(e);
          }
        });
  }

  private void learnJdk(RecordedEvent event) {
    String version = event.getString("jvmVersion");
    int open = version == null ? -1 : version.indexOf('(');
    int close = open < 0 ? -1 : version.indexOf(')', open);
    if (close > 0) {
      seen.jdk = version.substring(open + 1, close);
    }
  }

  private void chunkEnded() {
    chunksRead++;
    stacks.chunkEnded();
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

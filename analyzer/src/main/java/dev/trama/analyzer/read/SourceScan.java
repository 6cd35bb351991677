package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Source;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordingFile;

/**
 * What made a recording: has to be known before it is read, because without the agent other events
 * stand in for awaits.
 */
final class SourceScan {
  private SourceScan() {}

  /** Of a part that cannot be read, the agent: reading it will say what is wrong. */
  static Source of(Part part) {
    try (var content = part.open()) {
      if (hasAgentTypes(content)) {
        return Source.AGENT;
      }
      return hasMethodTraces(content) ? Source.METHOD_TRACE : Source.JFR;
    } catch (IOException | RuntimeException | InternalError | StackOverflowError e) {
      return Source.AGENT;
    }
  }

  private static boolean hasAgentTypes(Part.Content content) throws IOException {
    try (var file = new RecordingFile(content.file())) {
      return file.readEventTypes().stream().anyMatch(t -> t.getName().equals("trama.Await"));
    }
  }

  private static boolean hasMethodTraces(Part.Content content) throws IOException {
    var found = new AtomicBoolean();
    try (var stream = EventStream.openFile(content.file())) {
      Runnable stop = stream::close;
      stream.setOrdered(false);
      stream.onEvent(
          "jdk.MethodTrace",
          event -> {
            found.set(true);
            stop.run();
          });
      stream.onError(error -> stop.run());
      stream.start();
    }
    return found.get();
  }
}

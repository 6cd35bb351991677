package dev.trama.analyzer.read;

import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import java.util.function.Consumer;

/** Takes a recording in windows: parts of consecutive chunks, in order of time. */
public interface WindowSink {
  /** Receives the events of the next window, in no particular order, from one thread at a time. */
  Consumer<TraceEvent> begin();

  /**
   * Called after a window's last event, with its own start and end, but without the files'
   * warnings.
   */
  void end(RecordingInfo window);
}

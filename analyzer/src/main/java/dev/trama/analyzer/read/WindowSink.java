package dev.trama.analyzer.read;

import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import java.util.function.Consumer;

/** Takes a recording in windows: parts of consecutive chunks, in order of time. */
public interface WindowSink {
  /** Where the events of the next window go, in no particular order, one thread at a time. */
  Consumer<TraceEvent> begin();

  /** After a window's last event: its own start and end, and nothing of the files' warnings. */
  void end(RecordingInfo window);
}

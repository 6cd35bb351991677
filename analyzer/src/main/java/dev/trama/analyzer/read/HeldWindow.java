package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import java.util.function.Consumer;

/** Holds one window of a recording at a time, for analyses that need more than one pass. */
public final class HeldWindow implements WindowSink {
  private final boolean includeJdk;
  private final Consumer<TraceEvent> passing;
  private final Consumer<Recording> held;
  private RecordingBuilder window;

  /**
   * @param passing also gets every event as it streams by
   * @param held takes each window when it is complete, in order of time
   */
  public HeldWindow(boolean includeJdk, Consumer<TraceEvent> passing, Consumer<Recording> held) {
    this.includeJdk = includeJdk;
    this.passing = passing;
    this.held = held;
    this.window = new RecordingBuilder(includeJdk);
  }

  @Override
  public Consumer<TraceEvent> begin() {
    var builder = window;
    return event -> {
      passing.accept(event);
      builder.accept(event);
    };
  }

  @Override
  public void end(RecordingInfo info) {
    Recording recording = window.build(info);
    window = new RecordingBuilder(includeJdk); // frees the events while the recording is analysed
    held.accept(recording);
  }
}

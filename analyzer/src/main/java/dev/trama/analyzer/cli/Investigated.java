package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Case;
import dev.trama.analyzer.analyse.finding.Investigation;
import dev.trama.analyzer.model.Extent;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.WindowSink;
import java.util.function.Consumer;

/** Holds one window of a recording at a time, for what takes more than a passing look. */
final class Investigated implements WindowSink {
  private final Consumer<TraceEvent> sink;
  private final Extent whole;
  private final Investigation investigation;
  private final boolean includeJdk;
  private RecordingBuilder window;

  /**
   * @param sink sees everything too, as it streams by
   */
  Investigated(
      Consumer<TraceEvent> sink, Extent whole, Investigation investigation, boolean includeJdk) {
    this.sink = sink;
    this.whole = whole;
    this.investigation = investigation;
    this.includeJdk = includeJdk;
  }

  @Override
  public Consumer<TraceEvent> begin() {
    var builder = new RecordingBuilder(includeJdk);
    window = builder;
    return event -> {
      sink.accept(event);
      builder.accept(event);
    };
  }

  @Override
  public void end(RecordingInfo info) {
    var seen = new Case(window.build(info), whole);
    window = new RecordingBuilder(includeJdk);
    investigation.add(seen);
  }
}

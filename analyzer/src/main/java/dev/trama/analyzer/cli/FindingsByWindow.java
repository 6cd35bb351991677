package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.finding.FindingsFold;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.WindowSink;
import java.util.function.Consumer;

/** Holds one window of a recording at a time, for what takes more than a passing look. */
final class FindingsByWindow implements WindowSink {
  private final Consumer<TraceEvent> sink;
  private final RecordingSpan whole;
  private final FindingsFold findings;
  private final boolean includeJdk;
  private RecordingBuilder window;

  /**
   * @param sink sees everything too, as it streams by
   */
  FindingsByWindow(
      Consumer<TraceEvent> sink, RecordingSpan whole, FindingsFold findings, boolean includeJdk) {
    this.sink = sink;
    this.whole = whole;
    this.findings = findings;
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
    var seen = new Evidence(window.build(info), whole);
    window = new RecordingBuilder(includeJdk);
    findings.add(seen);
  }
}

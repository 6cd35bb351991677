package dev.trama.analyzer.analyse.finding;

import dev.trama.analyzer.model.Anomalies;
import dev.trama.analyzer.model.Completeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the recording itself, so that nobody relies on missing data. */
final class Incomplete implements Detector {
  private Completeness completeness = Completeness.UNKNOWN;
  private Anomalies anomalies = Anomalies.NONE;

  @Override
  public String id() {
    return "incomplete-recording";
  }

  @Override
  public String looksFor() {
    return "awaits that the agent could not record, and events in an impossible order";
  }

  @Override
  public boolean looksAtWholeRecording() {
    return true;
  }

  @Override
  public List<Finding> detect(Evidence evidence) {
    completeness = completeness.latest(evidence.recording().completeness());
    anomalies = anomalies.plus(evidence.recording().anomalies());
    return evidence.isTheEnd() ? findings() : List.of();
  }

  private List<Finding> findings() {
    List<String> said = new ArrayList<>();
    if (completeness.lost() > 0) {
      said.add(
          Text.times(completeness.lost(), "await") + " of " + completeness.seen() + " were lost");
    }
    if (anomalies.overlappingAwaits() > 0) {
      said.add(
          Text.times(anomalies.overlappingAwaits(), "await")
              + " began before the previous one had ended");
    }
    if (anomalies.outsideLife() > 0) {
      said.add(
          Text.times(anomalies.outsideLife(), "await")
              + " were before the start or after the end of their task");
    }
    return said.isEmpty() ? List.of() : List.of(finding(String.join("; ", said)));
  }

  private Finding finding(String message) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lost", completeness.lost());
    facts.put("overlappingAwaits", anomalies.overlappingAwaits());
    facts.put("outsideLife", anomalies.outsideLife());
    return new Finding(
        id(),
        Severity.INFO,
        "",
        "The recording is incomplete: " + message,
        facts,
        "Counts are too low by the lost awaits. An impossible order comes from clocks that"
            + " disagree or from dropped events; the analyzer moved starts so that nothing counts"
            + " twice.",
        "For lost awaits, see the line that the agent prints at exit. Otherwise nothing is needed:"
            + " the figures are right within these limits.",
        0);
  }
}

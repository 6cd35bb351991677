package dev.trama.analyzer.analyse.finding;

import java.util.List;

/** All detectors. */
public final class Detectors {
  private Detectors() {}

  /** New detectors, which have not seen anything yet. */
  public static List<Detector> all() {
    return List.of(
        new WaitCycle(),
        new Pinned(),
        new Monopolised(),
        new Starved(),
        new Contended(),
        new ExhaustedPool(),
        new SerialAwaits(),
        new Polling(),
        new ParkStorm(),
        new Herd(),
        new NeverResumed(),
        new WokenNotRun(),
        new CarriersHeld(),
        new HeldAcrossAwait(),
        new YieldStorm(),
        new LostContext(),
        new UnboundedSpawning(),
        new Incomplete());
  }

  /** What all of them find in a recording that is held whole, worst first. */
  public static List<Finding> detect(Evidence evidence) {
    var findings = new FindingsFold();
    findings.add(evidence);
    return findings.findings();
  }
}

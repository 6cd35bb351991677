package dev.trama.analyzer.analyse.finding;

import java.util.Comparator;
import java.util.List;

/** Every detector there is. */
public final class Detectors {
  private static final List<Detector> ALL =
      List.of(
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
          new UnboundedSpawning(),
          new Incomplete());

  private Detectors() {}

  public static List<Detector> all() {
    return ALL;
  }

  /** What all of them find, the worst first. */
  public static List<Finding> detect(Case evidence) {
    return ALL.stream()
        .flatMap(detector -> detector.detect(evidence).stream())
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparingLong(Finding::weightNanos)
                .reversed()
                .thenComparing(Finding::id)
                .thenComparing(Finding::message))
        .toList();
  }
}

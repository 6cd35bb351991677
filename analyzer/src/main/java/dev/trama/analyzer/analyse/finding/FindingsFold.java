package dev.trama.analyzer.analyse.finding;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for findings in a recording, window by window in order of time. The same problem at the
 * same site in several windows is one finding, with the evidence of the window where it was worst.
 */
public final class FindingsFold {
  private static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing(Finding::severity).thenComparingLong(Finding::weightNanos);

  private final List<Detector> detectors = Detectors.all();
  private final Map<Trouble, Worst> troubles = new LinkedHashMap<>();
  private int windows;

  private record Trouble(String id, String site) {}

  private static final class Worst {
    final boolean ofTheWhole;
    Finding finding;
    int windows;
    int lastWindow;

    Worst(Finding first, boolean ofTheWhole) {
      this.finding = first;
      this.ofTheWhole = ofTheWhole;
    }

    Finding heldIn(int of) {
      return ofTheWhole ? finding : finding.heldIn(new Finding.Held(windows, of));
    }

    void add(Finding next, int window) {
      windows += window == lastWindow ? 0 : 1;
      lastWindow = window;
      finding = BY_WEIGHT.compare(next, finding) > 0 ? next : finding;
    }
  }

  /** Adds the next window; the only one when the recording is held whole. */
  public void add(Evidence window) {
    windows++;
    List<List<Finding>> found =
        detectors.parallelStream().map(detector -> detector.detect(window)).toList();
    for (int i = 0; i < detectors.size(); i++) {
      boolean ofTheWhole = detectors.get(i).looksAtWholeRecording();
      for (Finding finding : found.get(i)) {
        troubles
            .computeIfAbsent(
                new Trouble(finding.id(), finding.site()),
                trouble -> new Worst(finding, ofTheWhole))
            .add(finding, windows);
      }
    }
  }

  /** How many there have been. */
  public int windows() {
    return windows;
  }

  /** The worst first. */
  public List<Finding> findings() {
    return troubles.values().stream()
        .map(worst -> worst.heldIn(windows))
        .sorted(
            BY_WEIGHT
                .reversed()
                .thenComparing(Finding::id)
                .thenComparing(Finding::message)
                .thenComparing(Finding::site))
        .toList();
  }
}

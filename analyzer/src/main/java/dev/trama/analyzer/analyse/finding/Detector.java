package dev.trama.analyzer.analyse.finding;

import java.util.List;

/**
 * Looks for one kind of problem. A detector serves one recording. A recording that is too large to
 * be held comes in windows, in order of time, and some detectors remember what they saw in earlier
 * ones. Different detectors look at the same window at the same time, each in one thread.
 */
public interface Detector {
  /** The id of its findings, in kebab case: {@code monopolised-carrier}. */
  String id();

  /** What it looks for, with its threshold, as a phrase. */
  String looksFor();

  /**
   * Whether it judges the recording at its end, from all windows, and not each window for itself.
   */
  default boolean looksAtWholeRecording() {
    return false;
  }

  /** What it found; empty when it found nothing. */
  List<Finding> detect(Evidence evidence);
}

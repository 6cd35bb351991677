package dev.trama.analyzer.analyse.finding;

import java.util.List;

/**
 * Looks for one kind of trouble. For one recording's use: one that is too large to be seen at once
 * comes in windows, in order of time, and some detectors remember what they saw in earlier ones.
 * Different detectors look at the same window at the same time, each in one thread.
 */
public interface Detector {
  /** Its findings' id, in kebab case: {@code monopolised-carrier}. */
  String id();

  /** One sentence on what it looks for, with its threshold. */
  String looksFor();

  /**
   * Whether it judges the recording at its end, from all windows, and not each window for itself.
   */
  default boolean looksAtWholeRecording() {
    return false;
  }

  /** What it found; empty when all is well. */
  List<Finding> detect(Evidence evidence);
}

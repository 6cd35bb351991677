package dev.trama.analyzer.analyse.finding;

import java.util.List;

/** Looks for one kind of trouble. */
public interface Detector {
  /** Its findings' id, in kebab case: {@code monopolised-carrier}. */
  String id();

  /** One sentence on what it looks for, with its threshold. */
  String looksFor();

  /** What it found; empty when all is well. */
  List<Finding> detect(Case evidence);
}

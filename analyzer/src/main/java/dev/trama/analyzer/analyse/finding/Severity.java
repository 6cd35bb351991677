package dev.trama.analyzer.analyse.finding;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** Worth knowing. */
  INFO,
  /** Costs throughput or latency. */
  WARNING,
  /** The program, or part of it, does not go on. */
  ERROR;

  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.trama.analyzer.analyse.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A diagnosis with evidence.
 *
 * @param id which detector found it: a contract
 * @param site where, so that the same problem in two windows is recognised as one
 * @param message one sentence with the figures that matter
 * @param evidence the figures and names, for programs; values are strings, numbers or lists of
 *     those
 * @param explanation why it matters
 * @param remedy what to do
 * @param weightNanos how much time it cost, to rank findings of one severity
 * @param held in how many windows of the recording it was found
 */
public record Finding(
    String id,
    Severity severity,
    String site,
    String message,
    Map<String, Object> evidence,
    String explanation,
    String remedy,
    long weightNanos,
    Held held) {
  public Finding {
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }

  /**
   * In how many windows of how many it was found. A recording that fits into memory is one window,
   * and so is any recording for a finding that judges it at its end.
   */
  public record Held(int windows, int of) {
    static final Held WHOLE = new Held(1, 1);
  }

  /** A finding in the only window. */
  public Finding(
      String id,
      Severity severity,
      String site,
      String message,
      Map<String, Object> evidence,
      String explanation,
      String remedy,
      long weightNanos) {
    this(id, severity, site, message, evidence, explanation, remedy, weightNanos, Held.WHOLE);
  }

  Finding heldIn(Held windows) {
    return new Finding(
        id, severity, site, message, evidence, explanation, remedy, weightNanos, windows);
  }

  /** The message, with the number of windows in which it held. */
  public String said() {
    return held.of() == 1
        ? message
        : message + " (in " + held.windows() + " of " + held.of() + " windows)";
  }
}

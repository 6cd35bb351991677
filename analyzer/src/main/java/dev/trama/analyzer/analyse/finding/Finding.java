package dev.trama.analyzer.analyse.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A diagnosis with evidence.
 *
 * @param id which detector found it: a contract
 * @param message one sentence with the figures that matter
 * @param evidence the figures and names, for programs; values are strings, numbers or lists of
 *     those
 * @param explanation why it matters
 * @param remedy what to do
 * @param weightNanos how much time it cost, to rank findings of one severity
 */
public record Finding(
    String id,
    Severity severity,
    String message,
    Map<String, Object> evidence,
    String explanation,
    String remedy,
    long weightNanos) {
  public Finding {
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }
}

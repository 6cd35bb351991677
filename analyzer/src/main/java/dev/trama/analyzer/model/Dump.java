package dev.trama.analyzer.model;

/**
 * Why the agent wrote a file at this moment: this one, or an earlier one of the same ring.
 *
 * @param condition condition of the agent's {@code dumpon=}; empty when a program or a person asked
 * @param reason what was measured, or the reason given by the program or person that asked
 */
public record Dump(long atNanos, String condition, String reason) {
  /** In one line: {@code awaiting(lock)>50: 61 awaiting}. */
  public String text() {
    return condition.isEmpty() ? reason : condition + ": " + reason;
  }
}

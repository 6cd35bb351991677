package dev.trama.analyzer.model;

/** Which ends of a task's life are not in the recording. */
public enum Truncation {
  NONE,
  /** It began before the recording. */
  START,
  /** It had not ended when the recording did. */
  END,
  BOTH;

  public static Truncation of(boolean startSeen, boolean endSeen) {
    if (startSeen) {
      return endSeen ? NONE : END;
    }
    return endSeen ? START : BOTH;
  }

  public boolean startIsUnknown() {
    return this == START || this == BOTH;
  }

  public boolean endIsUnknown() {
    return this == END || this == BOTH;
  }
}

package dev.trama.analyzer.analyse.tasks;

import java.util.Locale;

/** What limits tasks, and the words for it in every output. {@link BoundRule} decides which. */
public enum Bound {
  CPU(
      "CPU-bound",
      "They run for more than half of their lives: only more cores or less work help."),
  STARVED(
      "starved", "They could run, and have no carrier, for more than a quarter of their lives."),
  IO("IO-bound", "They wait for bytes more than for anything else."),
  CONTENDED("contended", "They wait for locks or pools more than for anything else."),
  WAITING(
      "waiting for others",
      "They wait for other tasks, messages or timers more than for anything else."),
  UNKNOWN("", "The recording does not say.");

  private final String words;
  private final String meaning;

  Bound(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** As in text and page; empty when unknown. */
  public String words() {
    return words;
  }

  /** A sentence that explains the words. */
  public String meaning() {
    return meaning;
  }

  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

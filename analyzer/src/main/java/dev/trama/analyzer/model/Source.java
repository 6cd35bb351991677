package dev.trama.analyzer.model;

/** How a recording was made, and so how much it can show. */
public enum Source {
  /** Trama's agent: every suspension. */
  AGENT("agent"),
  /** {@code jdk.MethodTrace} on {@code VirtualThread.park*}: parks only, no wakers. */
  METHOD_TRACE("methodtrace"),
  /** Plain JFR: pinned threads and little else. */
  JFR("jfr");

  private final String jsonName;

  Source(String jsonName) {
    this.jsonName = jsonName;
  }

  public String jsonName() {
    return jsonName;
  }

  public boolean isDegraded() {
    return this != AGENT;
  }
}

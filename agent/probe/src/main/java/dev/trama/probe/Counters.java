package dev.trama.probe;

/** What the probes have seen, kept and dropped since the agent started. */
final class Counters {
  static final Counter SEEN = new Counter();
  static final Counter COMMITTED = new Counter();
  static final Counter WITHOUT_STACK = new Counter();
  static final Counter LOST = new Counter();
  static final Counter WAKER_UNKNOWN = new Counter();
  static final Counter STACK_MISMATCHES = new Counter();
  static final Counter PROBE_FAILURES = new Counter();

  private Counters() {}
}

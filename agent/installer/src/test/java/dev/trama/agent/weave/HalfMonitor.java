package dev.trama.agent.weave;

/** A release where monitor awaits could be seen to begin, but not to end. */
@SuppressWarnings("unused")
class HalfMonitor {
  static final int BLOCKING = 12;

  int state = BLOCKING;
  long timeout;

  boolean yieldContinuation() {
    return true;
  }

  void afterYield() {
    state++;
  }
}

package dev.trama.agent.weave;

/** A virtual thread of a release to come, in which nothing is where it was. */
@SuppressWarnings("unused")
class Stranger extends Thread {
  private int phase;

  boolean giveUpCarrier(long nanos) {
    phase += nanos > 0 ? 1 : 2;
    return phase > 0;
  }

  /** The name is known, but it means something else: the descriptor tells. */
  void yieldContinuation() {
    phase++;
  }
}

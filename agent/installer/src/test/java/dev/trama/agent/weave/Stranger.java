package dev.trama.agent.weave;

/** A virtual thread of a future release, in which everything has moved. */
@SuppressWarnings("unused")
class Stranger extends Thread {
  private int phase;

  boolean giveUpCarrier(long nanos) {
    phase += nanos > 0 ? 1 : 2;
    return phase > 0;
  }

  /** The name is known, but means something else: the descriptor differs. */
  void yieldContinuation() {
    phase++;
  }
}

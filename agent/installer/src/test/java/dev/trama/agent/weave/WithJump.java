package dev.trama.agent.weave;

/** A virtual thread whose {@code yieldContinuation} has a jump, which needs a stack map frame. */
@SuppressWarnings("unused")
class WithJump extends Thread {
  private int state;
  private Thread carrierThread;

  boolean yieldContinuation() {
    return state > 0 && carrierThread != null;
  }
}

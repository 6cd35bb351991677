package dev.trama.agent.weave;

/** A virtual thread whose {@code yieldContinuation} uses the local variable that advice takes. */
@SuppressWarnings("unused")
class ManyLocals extends Thread {
  private int state;
  private Thread carrierThread;

  boolean yieldContinuation() {
    long a = state;
    long b = a + 1;
    long c = b + 1;
    long d = c + 1;
    long e = d + 1;
    long f = e + 1;
    long g = f + 1;
    long h = g + 1;
    long i = h + 1;
    long j = i + 1;
    long k = j + 1;
    long l = k + 1;
    return l > a;
  }
}

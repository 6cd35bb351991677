package dev.trama.agent;

import jdk.jfr.FlightRecorder;

/**
 * JFR takes longer to start than everything else, so it starts on a thread of its own meanwhile.
 */
final class FlightRecorderStart implements Runnable {
  private final Thread thread = new Thread(null, this, "trama-jfr-start", 0, false);
  private volatile Throwable failure;

  private FlightRecorderStart() {}

  static FlightRecorderStart begin() {
    var start = new FlightRecorderStart();
    start.thread.start();
    return start;
  }

  @Override
  public void run() {
    try {
      FlightRecorder.getFlightRecorder();
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  /**
   * Waits until JFR has started.
   *
   * @throws CannotTraceException when it cannot start
   */
  void await() throws CannotTraceException, InterruptedException {
    thread.join();
    if (failure != null) {
      throw new CannotTraceException(
          "JFR does not start (" + failure.getMessage() + "); the application runs untraced",
          failure);
    }
  }
}

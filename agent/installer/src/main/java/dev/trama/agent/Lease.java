package dev.trama.agent;

/** Does something when another process ends, however that happens: nobody may be left to ask. */
final class Lease implements Runnable {
  private final long process;
  private final Step atEnd;

  private Lease(long process, Step atEnd) {
    this.process = process;
    this.atEnd = atEnd;
  }

  interface Step {
    void run() throws Exception;
  }

  static void until(long process, Step atEnd) {
    Thread thread = new Thread(null, new Lease(process, atEnd), "trama-lease", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    ProcessHandle.of(process).ifPresent(handle -> handle.onExit().join());
    try {
      atEnd.run();
    } catch (CannotTraceException endedAlready) {
      // by somebody who did not wait for it
    } catch (Exception failure) {
      TramaAgent.say("what process " + process + " asked for cannot be ended (" + failure + ")");
    }
  }
}

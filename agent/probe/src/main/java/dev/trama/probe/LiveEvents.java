package dev.trama.probe;

import jdk.jfr.FlightRecorder;

/**
 * The events of live views. They are registered with JFR when a live view first looks, so that they
 * do not slow down the start.
 */
public final class LiveEvents {
  private static final Runnable WAITING = LiveLook::commitAll;
  private static final Runnable RUNNING = LiveCarriers::commitAll;
  private static final Runnable CHOSEN = ChosenTask::commitAll;

  private static boolean offered;

  private LiveEvents() {}

  /** Lets recordings enable them; does nothing if they already can. */
  public static synchronized void offer() {
    if (!offered) {
      offered = true;
      FlightRecorder.register(WaitingTaskEvent.class);
      FlightRecorder.addPeriodicEvent(WaitingEvent.class, WAITING);
      FlightRecorder.addPeriodicEvent(RunningEvent.class, RUNNING);
      FlightRecorder.addPeriodicEvent(ChosenTaskEvent.class, CHOSEN);
    }
  }

  /** Undoes {@link #offer}. */
  static synchronized void withdraw() {
    if (offered) {
      offered = false;
      FlightRecorder.removePeriodicEvent(WAITING);
      FlightRecorder.removePeriodicEvent(RUNNING);
      FlightRecorder.removePeriodicEvent(CHOSEN);
    }
  }
}

package dev.trama.agent.weave;

import static dev.trama.agent.weave.Place.in;
import static dev.trama.agent.weave.Place.on;

import java.util.List;

/**
 * What is hooked, where. Places are found by name and descriptor in the class file at hand, never
 * by the version of the JDK; a release that lacks every place of a hook lacks the hook, and only
 * what depends on it is not recorded.
 *
 * <pre>
 * hook       21 22 23 24 25   what depends on it
 * AWAIT       x  x  x  x  x   parks, sleeps, yields: without it nothing is traced
 * PINNED      x  x  x  x  x   parks that block the carrier
 * SLEEP       x  x  x  x  x   telling sleeps from other timed parks
 * WAKER       x  x  x  x  x   who ended a park
 * END         x  x  x  x  x   naming the thread whose end woke those that joined it
 * SPAWN       x  x  x  x  x   who started a thread, where
 * MONITOR              x  x   monitor enter and Object.wait (before 24 they pin)
 * UNBLOCK              x  x   when a monitor await was over, and why
 * </pre>
 */
public enum Hook {
  AWAIT(
      in(Tap.YIELD, "yieldContinuation", "()Z").where("timeout"),
      in(Tap.YIELD_WITHOUT_TIMEOUT, "yieldContinuation", "()Z").whereNot("timeout")),
  PINNED(in(Tap.PARK_ON_CARRIER, "parkOnCarrierThread", "(ZJ)V")),
  SLEEP(on("parkNanos", Tap.SLEEP, "sleepNanos", "(J)V")),
  WAKER(
      on("getAndSetParkPermit", Tap.UNPARK_OR_TIMEOUT, "unpark", "(Z)V"),
      on("getAndSetParkPermit", Tap.UNPARK, "unpark", "()V"),
      on("getAndSetParkPermit", Tap.TIMEOUT, "parkTimeoutExpired", "()V")),
  END(in(Tap.END, "afterDone", "(Z)V"), in(Tap.END, "afterTerminate", "(ZZ)V")),
  SPAWN(in(Tap.START, "start", "(Ljdk/internal/vm/ThreadContainer;)V")),
  MONITOR(
      in(Tap.AFTER_YIELD, "afterYield", "()V").where("BLOCKING"),
      on("compareAndSetState", Tap.CONTINUE, "runContinuation", "()V").where("BLOCKING")),
  UNBLOCK(
      on("compareAndSetState", Tap.UNBLOCK, "unblock", "()V").where("BLOCKING"),
      on("compareAndSetState", Tap.WAIT_TIMEOUT, "waitTimeoutExpired", "(B)V").where("BLOCKING"),
      on("compareAndSetState", Tap.INTERRUPT, "interrupt", "()V").where("BLOCKING"));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
  private final List<Place> places;

  Hook(Place... places) {
    this.places = List.of(places);
  }

  List<Place> places() {
    return places;
  }
}

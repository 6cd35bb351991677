package dev.trama.agent.weave;

import static dev.trama.agent.weave.Place.in;
import static dev.trama.agent.weave.Place.on;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is hooked, where. Places are found by name and descriptor in the class file at hand, never
 * by the version of the JDK; a release that lacks every place of a hook lacks the hook, and only
 * what depends on it is not recorded.
 *
 * <pre>
 * hook       21 22 23 24 25 26   what depends on it
 * AWAIT       x  x  x  x  x  x   parks, sleeps, yields: without it nothing is traced
 * PINNED      x  x  x  x  x  x   parks that block the carrier
 * SLEEP       x  x  x  x  x  x   telling sleeps from other timed parks
 * WAKER       x  x  x  x  x  x   who ended a park
 * END         x  x  x  x  x  x   naming the thread whose end woke those that joined it
 * SPAWN       x  x  x  x  x  x   who started a thread, where
 * MONITOR              x  x  x   monitor enter and Object.wait (before 24 they pin)
 * UNBLOCK              x  x  x   when a monitor await was over, and why
 * </pre>
 */
public enum Hook {
  AWAIT(
      in(Tap.YIELD, "yieldContinuation", "()Z").where("timeout"),
      in(Tap.YIELD_WITHOUT_TIMEOUT, "yieldContinuation", "()Z").whereNot("timeout"),
      on("yieldContinuation", Tap.PARK_NANOS, "parkNanos", "(J)V").whereNot("timeout")),
  PINNED(in(Tap.PARK_ON_CARRIER, "parkOnCarrierThread", "(ZJ)V")),
  SLEEP(on("parkNanos", Tap.SLEEP, "sleepNanos", "(J)V")),
  WAKER(
      on("getAndSetParkPermit", Tap.UNPARK_OR_TIMEOUT, "unpark", "(Z)V"),
      on("getAndSetParkPermit", Tap.UNPARK, "unpark", "()V"),
      on("getAndSetParkPermit", Tap.TIMEOUT, "parkTimeoutExpired", "()V")),
  END(in(Tap.END, "afterDone", "(Z)V"), in(Tap.END, "afterTerminate", "(ZZ)V")),
  SPAWN(in(Tap.START, "start", "(Ljdk/internal/vm/ThreadContainer;)V")),
  MONITOR(
      Hook.MONITORS_SUSPEND,
      in(Tap.AFTER_YIELD, "afterYield", "()V").where("BLOCKING"),
      on("compareAndSetState", Tap.CONTINUE, "runContinuation", "()V").where("BLOCKING")),
  UNBLOCK(
      Hook.MONITORS_SUSPEND,
      on("compareAndSetState", Tap.UNBLOCK, "unblock", "()V").where("BLOCKING"),
      on("compareAndSetState", Tap.WAIT_TIMEOUT, "waitTimeoutExpired", "(B)V").where("BLOCKING"),
      on("compareAndSetState", Tap.INTERRUPT, "interrupt", "()V").where("BLOCKING"));

  private static final int VIRTUAL_THREADS = 21;
  private static final int MONITORS_SUSPEND = 24;

  private final int since;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
  private final List<Place> places;

  Hook(Place... places) {
    this(VIRTUAL_THREADS, places);
  }

  Hook(int since, Place... places) {
    this.since = since;
    this.places = List.of(places);
  }

  /** The hooks that a release should have; what it lacks of these is missed. */
  public static Set<Hook> of(int release) {
    Set<Hook> hooks = EnumSet.allOf(Hook.class);
    hooks.removeIf(hook -> release < hook.since);
    return hooks;
  }

  List<Place> places() {
    return places;
  }

  /**
   * Whether the places found are enough. Most hooks have a place for each shape that the class has
   * had; a monitor await that is seen to begin but not to end is worse than none.
   */
  boolean isServedBy(Set<Place> found) {
    return this == MONITOR ? found.containsAll(places) : isTouchedBy(found);
  }

  /** Whether any of its places was found. */
  boolean isTouchedBy(Set<Place> found) {
    return places.stream().anyMatch(found::contains);
  }
}

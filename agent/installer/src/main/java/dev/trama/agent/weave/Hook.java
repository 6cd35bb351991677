package dev.trama.agent.weave;

import static dev.trama.agent.weave.JoinPoint.in;
import static dev.trama.agent.weave.JoinPoint.on;

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
 * STACK       x  x  x  x  x  x   recognising the stack of an await
 * </pre>
 */
public enum Hook {
  AWAIT(
      in(Advice.YIELD, "yieldContinuation", "()Z").where("timeout"),
      in(Advice.YIELD_WITHOUT_TIMEOUT, "yieldContinuation", "()Z").whereNot("timeout"),
      on("yieldContinuation", Advice.PARK_NANOS, "parkNanos", "(J)V").whereNot("timeout")),
  PINNED(in(Advice.PARK_ON_CARRIER, "parkOnCarrierThread", "(ZJ)V")),
  SLEEP(on("parkNanos", Advice.SLEEP, "sleepNanos", "(J)V")),
  WAKER(
      on("getAndSetParkPermit", Advice.UNPARK_OR_TIMEOUT, "unpark", "(Z)V"),
      on("getAndSetParkPermit", Advice.UNPARK, "unpark", "()V"),
      on("getAndSetParkPermit", Advice.TIMEOUT, "parkTimeoutExpired", "()V")),
  END(in(Advice.END, "afterDone", "(Z)V"), in(Advice.END, "afterTerminate", "(ZZ)V")),
  SPAWN(in(Advice.START, "start", "(Ljdk/internal/vm/ThreadContainer;)V")),
  MONITOR(
      Hook.MONITORS_SUSPEND,
      in(Advice.AFTER_YIELD, "afterYield", "()V").where("BLOCKING"),
      on("compareAndSetState", Advice.CONTINUE, "runContinuation", "()V").where("BLOCKING")),
  UNBLOCK(
      Hook.MONITORS_SUSPEND,
      on("compareAndSetState", Advice.UNBLOCK, "unblock", "()V").where("BLOCKING"),
      on("compareAndSetState", Advice.WAIT_TIMEOUT, "waitTimeoutExpired", "(B)V").where("BLOCKING"),
      on("compareAndSetState", Advice.INTERRUPT, "interrupt", "()V").where("BLOCKING")),

  /** After MONITOR, because it needs the await that MONITOR begins. */
  STACK(in(Advice.FROZEN, "afterYield", "()V"));

  private static final int VIRTUAL_THREADS = 21;
  private static final int MONITORS_SUSPEND = 24;

  private final int since;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
  private final List<JoinPoint> places;

  Hook(JoinPoint... places) {
    this(VIRTUAL_THREADS, places);
  }

  Hook(int since, JoinPoint... places) {
    this.since = since;
    this.places = List.of(places);
  }

  /** The hooks that a release should have. One that is not found is reported as missing. */
  public static Set<Hook> of(int release) {
    Set<Hook> hooks = EnumSet.allOf(Hook.class);
    hooks.removeIf(hook -> release < hook.since);
    return hooks;
  }

  List<JoinPoint> places() {
    return places;
  }

  /**
   * Whether the places found are enough. Most hooks have a place for each shape that the class has
   * had; a monitor await whose begin is seen but not its end is worse than none.
   */
  boolean isServedBy(Set<JoinPoint> found) {
    return this == MONITOR ? found.containsAll(places) : isTouchedBy(found);
  }

  /** Whether any of its places was found. */
  boolean isTouchedBy(Set<JoinPoint> found) {
    return places.stream().anyMatch(found::contains);
  }
}

package dev.trama.agent.weave;

import static dev.trama.agent.weave.Place.around;
import static dev.trama.agent.weave.Place.tap;

import dev.trama.agent.weave.advice.AfterYieldAdvice;
import dev.trama.agent.weave.advice.ParkOnCarrierAdvice;
import dev.trama.agent.weave.advice.SleepAdvice;
import dev.trama.agent.weave.advice.StartAdvice;
import dev.trama.agent.weave.advice.YieldAdvice;
import dev.trama.agent.weave.advice.YieldWithoutTimeoutAdvice;
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
 * SPAWN       x  x  x  x  x   who started a thread, where
 * MONITOR              x  x   monitor enter and Object.wait (before 24 they pin)
 * UNBLOCK              x  x   when a monitor await was over, and why
 * </pre>
 */
public enum Hook {
  AWAIT(
      around(YieldAdvice.class, "yieldContinuation", "()Z").where("timeout"),
      around(YieldWithoutTimeoutAdvice.class, "yieldContinuation", "()Z").whereNot("timeout")),
  PINNED(around(ParkOnCarrierAdvice.class, "parkOnCarrierThread", "(ZJ)V")),
  SLEEP(
      tap(Tap.SLEEP, "sleepNanos", "(J)V", "parkNanos"),
      around(SleepAdvice.class, "sleepNanos", "(J)V")),
  WAKER(
      tap(Tap.UNPARK_LAZILY_ON_TIMEOUT, "unpark", "(Z)V", "getAndSetParkPermit"),
      tap(Tap.UNPARK, "unpark", "()V", "getAndSetParkPermit"),
      tap(Tap.UNPARK_ON_TIMEOUT, "parkTimeoutExpired", "()V", "getAndSetParkPermit")),
  SPAWN(around(StartAdvice.class, "start", "(Ljdk/internal/vm/ThreadContainer;)V")),
  MONITOR(
      around(AfterYieldAdvice.class, "afterYield", "()V").where("BLOCKING"),
      tap(Tap.CONTINUE, "runContinuation", "()V", "compareAndSetState").where("BLOCKING")),
  UNBLOCK(
      tap(Tap.UNBLOCK, "unblock", "()V", "compareAndSetState").where("BLOCKING"),
      tap(Tap.WAIT_TIMEOUT, "waitTimeoutExpired", "(B)V", "compareAndSetState").where("BLOCKING"),
      tap(Tap.INTERRUPT, "interrupt", "()V", "compareAndSetState").where("BLOCKING"));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
  private final List<Place> places;

  Hook(Place... places) {
    this.places = List.of(places);
  }

  List<Place> places() {
    return places;
  }
}

package dev.trama.agent.weave.advice;

import dev.trama.probe.ParkProbe;
import net.bytebuddy.asm.Advice;

/**
 * Around {@code boolean yieldContinuation()}, in which a thread gives up its carrier and comes
 * back.
 */
public final class YieldAdvice {
  private YieldAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Advice.This Thread thread,
      @Advice.FieldValue("state") int state,
      @Advice.FieldValue("timeout") long timeout,
      @Advice.FieldValue("carrierThread") Thread carrier) {
    return ParkProbe.suspends(thread, state, timeout, carrier);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter Object begun, @Advice.Return boolean yielded) {
    ParkProbe.resumed(begun, yielded);
  }
}

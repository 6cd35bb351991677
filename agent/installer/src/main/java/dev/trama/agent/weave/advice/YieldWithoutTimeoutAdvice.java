package dev.trama.agent.weave.advice;

import dev.trama.probe.ParkProbe;
import net.bytebuddy.asm.Advice;

/**
 * {@link YieldAdvice} for releases before 24, whose threads do not keep the timeout of a park: the
 * await is recorded as if it had none.
 */
public final class YieldWithoutTimeoutAdvice {
  private YieldWithoutTimeoutAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Advice.This Thread thread,
      @Advice.FieldValue("state") int state,
      @Advice.FieldValue("carrierThread") Thread carrier) {
    return ParkProbe.suspends(thread, state, 0, carrier);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter Object begun, @Advice.Return boolean yielded) {
    ParkProbe.resumed(begun, yielded);
  }
}

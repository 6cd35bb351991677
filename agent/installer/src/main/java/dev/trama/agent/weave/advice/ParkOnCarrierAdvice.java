package dev.trama.agent.weave.advice;

import dev.trama.probe.ParkProbe;
import net.bytebuddy.asm.Advice;

/** Around {@code void parkOnCarrierThread(boolean, long)}, where a pinned thread parks. */
public final class ParkOnCarrierAdvice {
  private ParkOnCarrierAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Advice.This Thread thread,
      @Advice.Argument(0) boolean timed,
      @Advice.Argument(1) long nanos,
      @Advice.FieldValue("carrierThread") Thread carrier,
      @Advice.FieldValue("parkPermit") boolean permitted) {
    return ParkProbe.pins(thread, timed, nanos, carrier, permitted);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter Object begun) {
    ParkProbe.resumed(begun, true);
  }
}

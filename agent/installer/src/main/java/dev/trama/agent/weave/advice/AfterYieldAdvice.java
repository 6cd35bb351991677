package dev.trama.agent.weave.advice;

import dev.trama.probe.MonitorProbe;
import net.bytebuddy.asm.Advice;

/** Before {@code void afterYield()}, on the carrier, when the thread has been unmounted. */
public final class AfterYieldAdvice {
  private AfterYieldAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Thread thread,
      @Advice.FieldValue("state") int state,
      @Advice.FieldValue("timeout") long timeout) {
    MonitorProbe.suspended(thread, state, timeout);
  }
}

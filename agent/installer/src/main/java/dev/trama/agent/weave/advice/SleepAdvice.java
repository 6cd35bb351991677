package dev.trama.agent.weave.advice;

import dev.trama.probe.ParkProbe;
import net.bytebuddy.asm.Advice;

/** At the end of {@code void sleepNanos(long)}: later parks of the thread are no sleeps. */
public final class SleepAdvice {
  private SleepAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.This Thread thread) {
    ParkProbe.slept(thread);
  }
}

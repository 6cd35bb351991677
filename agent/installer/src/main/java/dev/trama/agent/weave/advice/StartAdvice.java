package dev.trama.agent.weave.advice;

import dev.trama.probe.SpawnProbe;
import net.bytebuddy.asm.Advice;

/** Before {@code void start(ThreadContainer)}, in the parent's thread. */
public final class StartAdvice {
  private StartAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Thread thread, @Advice.Argument(0) Object container) {
    SpawnProbe.starts(thread, container);
  }
}

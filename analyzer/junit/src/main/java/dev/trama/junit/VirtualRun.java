package dev.trama.junit;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** Runs a test method on a virtual thread of its own. */
final class VirtualRun {
  private VirtualRun() {}

  static void of(Invocation<Void> invocation, String name) throws Throwable {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  try {
                    invocation.proceed();
                  } catch (Throwable failure) {
                    thrown.set(failure);
                  }
                });
    try {
      thread.join();
    } catch (InterruptedException timeout) { // as JUnit's @Timeout does it
      thread.interrupt();
      thread.join();
      if (thrown.get() == null) {
        throw timeout;
      }
    }
    if (thrown.get() != null) {
      throw thrown.get();
    }
  }
}

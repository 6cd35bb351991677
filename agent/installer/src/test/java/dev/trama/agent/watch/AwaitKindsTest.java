package dev.trama.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwaitKindsTest {
  private final AwaitKinds kinds = AwaitKinds.standard();

  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(type, method, null, 1);
  }

  @Test
  void outermostFrameAboveTheApplicationWins() {
    StackTraceElement[] stack = {
      frame("java.lang.VirtualThread", "parkNanos"),
      frame("java.util.concurrent.SynchronousQueue", "poll"),
      frame("com.zaxxer.hikari.pool.HikariPool", "getConnection"),
      frame("shop.Checkout", "pay"),
      frame("java.util.concurrent.FutureTask", "get"),
    };
    AwaitKinds.Kind kind = kinds.of("park", true, "", stack);
    assertThat(kind.name()).isEqualTo("connection pool");
    assertThat(kind.contended()).isTrue();
  }

  @Test
  void withoutAFrameTheAwaitableTells() {
    assertThat(kinds.withoutStack("park", false, "java.util.concurrent.CountDownLatch$Sync").name())
        .isEqualTo("latch");
    assertThat(kinds.withoutStack("park", true, "shop.Order").name()).isEqualTo("timed park");
    assertThat(kinds.withoutStack("monitor-enter", false, "").contended()).isTrue();
  }

  @Test
  void monitorsNeedNoStack() {
    StackTraceElement[] stack = {frame("java.util.concurrent.LinkedBlockingQueue", "take")};
    assertThat(kinds.of("monitor-enter", false, "", stack).name()).isEqualTo("monitor enter");
  }
}

package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thread that waits for another thread's class initialization gives up its carrier, since JDK 26.
 */
@EnabledForJreRange(minVersion = 26)
class ClassInitializationIT {
  @Test
  void oneAwait_whoseTopFrameIsThatOfTheUse_andNoYield(@TempDir Path directory) throws Exception {
    // The one that initializes is pinned, and the other needs a carrier.
    Traced traced =
        ChildJvm.running(ClassInitializationProgram.class, directory)
            .carriers(2)
            .traced()
            .run()
            .succeeded()
            .recording();

    assertThat(traced.monitorAwaitsOf("second"))
        .singleElement()
        .satisfies(
            await -> {
              assertThat(await.kind()).isEqualTo("object-wait");
              assertThat(await.timedOut()).isFalse();
              assertThat(await.frames().getFirst()).contains("java:").doesNotContain("Object.wait");
            });
    assertThat(traced.awaitsOf("second")).isEmpty();
  }
}

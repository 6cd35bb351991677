package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an application does, it does the same under the agent. */
class StressIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"1, all", "2, all", "2, jfr", "2, none"})
  void everythingMixed_hasTheSameResult(int carriers, String stacks) throws Exception {
    EndedJvm traced =
        ChildJvm.running(StressProgram.class, directory)
            .carriers(carriers)
            .traced("stacks=" + stacks)
            .run()
            .succeeded();
    assertThat(traced.out()).startsWith("checksum ").isEqualTo(untraced(carriers).out());
    Traced recording = traced.recording().whole();
    assertThat(recording.awaits()).extracting("kind").contains("park", "sleep");
    if (Runtime.version().feature() >= 24) { // monitors pin before, and who yields in one goes on
      assertThat(recording.awaits()).extracting("kind").contains("yield");
      assertThat(recording.monitorAwaits())
          .extracting("kind")
          .contains("monitor-enter", "object-wait");
    }
    assertThat(recording.spawns()).hasSize(recording.count("jdk.VirtualThreadStart"));
    assertThat(recording.count("jdk.VirtualThreadEnd"))
        .isEqualTo(recording.count("jdk.VirtualThreadStart"));
  }

  private EndedJvm untraced(int carriers) throws Exception {
    return ChildJvm.running(StressProgram.class, directory).carriers(carriers).run().succeeded();
  }

  /** They keep the carrier most of the time, but each gets its turn. */
  @Test
  void fortyThreadsThatRetry_keepNobodyForEver() throws Exception {
    EndedJvm traced =
        ChildJvm.running(RetryProgram.class, directory).carriers(1).traced().run().succeeded();
    assertThat(traced.out()).isEqualTo("retried 80000, exchanged 500\n");
    assertThat(traced.recording().completeness().failures()).isZero();
  }

  @Test
  void aMillionThreadsSuspendedAtOnce() throws Exception {
    int threads = 1_000_000;
    EndedJvm ended =
        ChildJvm.running(ManyThreadsProgram.class, directory)
            .arguments(threads)
            .flags("-Xmx3g")
            .traced()
            .within(300)
            .run()
            .succeeded();
    assertThat(ended.out()).isEqualTo("sum " + (threads - 1L) * threads / 2 + "\n");
    Traced counts = Traced.count(ended.recordingFile().orElseThrow()).whole();
    assertThat(counts.count("trama.Spawn")).isEqualTo(threads);
    assertThat(counts.count("jdk.VirtualThreadStart")).isEqualTo(threads);
    assertThat(counts.count("jdk.VirtualThreadEnd")).isEqualTo(threads);
    System.out.printf(
        "%,d threads: %,d awaits, %,d without stack, %,d wakers unknown%n",
        threads,
        counts.completeness().seen(),
        counts.completeness().withoutStack(),
        counts.completeness().wakerUnknown());
  }
}

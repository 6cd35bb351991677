package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is stopped from outside and continued later, as in a frozen container. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGSTOP")
class SuspendIT {
  private static final long STOPPED_MILLIS = 2_000;

  @Test
  void stoppedUnderLoad_goesOn_andNothingIsLost(@TempDir Path directory) throws Exception {
    try (RunningJvm running =
        ChildJvm.running(LoadedProgram.class, directory)
            .traced("dumpon=ready.p99>1m", "stacks=none")
            .start()
            .awaitLine("loaded")) {
      running.say("before").awaitLine("before");
      signal(running, "-STOP");
      Thread.sleep(STOPPED_MILLIS); // nothing happens for this long
      signal(running, "-CONT");
      running.say("after").awaitLine("after");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.out()).endsWith("exact\n");
      assertThat(ended.agentLines()).noneMatch(line -> line.contains("fail"));
      Traced traced = Traced.count(running.recordingFile());
      assertThat(traced.completeness().failures()).isZero();
      assertThat(traced.count("trama.Await")).isPositive();
    }
  }

  private static void signal(RunningJvm running, String signal) throws Exception {
    Process kill = new ProcessBuilder("kill", signal, Long.toString(running.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}

package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Traced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was flushed before a kill -9 can be read. */
class KillIT {
  private static final int SIGKILL = 128 + 9;
  private static final int AWAITS = 100;

  @Test
  void chunkOfTheRepositoryThatWasComplete_isReadable(@TempDir Path directory) throws Exception {
    Path repository = directory.resolve("repository");
    ChildJvm child =
        ChildJvm.running(AskingProgram.class, directory)
            .flags(
                "-XX:FlightRecorderOptions:repository=" + repository + ",preserve-repository=true")
            .traced();
    try (RunningJvm running = child.start().awaitLine("next?")) {
      running.say("yield " + AWAITS + " before").awaitLine("did " + AWAITS);
      // JFR rotates, so the first chunk is complete; the second is cut by the kill.
      running.jcmd("JFR.dump", "name=trama", "filename=" + directory.resolve("dump.jfr"));
      running.say("yield " + AWAITS + " after").awaitLine("next? 3");
      assertThat(running.kill().status()).isEqualTo(SIGKILL);
    }
    List<Path> chunks = chunks(repository);
    assertThat(chunks).as("the chunk that was complete, and the one that was cut").hasSize(2);
    Traced complete = Traced.read(chunks.getFirst());
    assertThat(complete.awaitsOf("before")).hasSize(AWAITS);
    assertThat(complete.completeness().seen()).isGreaterThanOrEqualTo(AWAITS);
  }

  private static List<Path> chunks(Path repository) throws IOException {
    try (var files = Files.walk(repository)) {
      return files.filter(file -> file.toString().endsWith(".jfr")).sorted().toList();
    }
  }
}

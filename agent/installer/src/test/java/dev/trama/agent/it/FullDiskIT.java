package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JFR ends the JVM when it cannot write: "An irrecoverable error in Jfr. Shutting down VM". Under
 * the agent the recording ends before that, and the application goes on. The disk is a small one in
 * memory that only the child sees.
 */
class FullDiskIT {
  private static final String MOUNT =
      "mount -t tmpfs -o size=64m tmpfs \"$0\" && mkdir \"$0/jfr\" && exec \"$@\"";

  @TempDir private Path directory;
  private Path disk;

  @BeforeEach
  void makeDisk() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    boolean can = canMount();
    if (!can) {
      System.err.println("This user may not mount a disk of his own: FullDiskIT is skipped.");
    }
    assumeTrue(can, "may mount");
  }

  private boolean canMount() throws Exception {
    try {
      Process mount =
          new ProcessBuilder("unshare", "-Urm", "sh", "-c", MOUNT, disk.toString(), "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return mount.waitFor(20, TimeUnit.SECONDS) && mount.exitValue() == 0;
    } catch (java.io.IOException noSuchCommand) {
      return false;
    }
  }

  @Test
  void diskOfTheRepositoryFillsUp_recordingEnds_fileIsWritten_applicationGoesOn() throws Exception {
    Path file = directory.resolve("recording.jfr");
    try (RunningJvm running = start(file)) {
      running.say("sleep").awaitLine("next? 2");
      running.say("fill").awaitLine("next? 3");
      running.say("until closed").awaitLine("next? 4");
      running.say("sleep").awaitLine("next? 5");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.out()).endsWith("ended\n");
      assertThat(ended.agentLines())
          .anyMatch(
              line -> line.matches("only \\d MB are free where JFR .* the application runs on"))
          .contains("what was recorded until then is in " + file);
    }
    Traced traced = Traced.read(file);
    assertThat(traced.awaitsOf("task-1")).hasSize(1);
    assertThat(traced.awaitsOf("task-4")).isEmpty();
  }

  @Test
  void noRoomForTheFileEither_itIsWrittenOnceThereIs() throws Exception {
    Path file = disk.resolve("recording.jfr");
    try (RunningJvm running = start(file)) {
      running.say("sleep").awaitLine("next? 2");
      running.say("fill").awaitLine("next? 3");
      running.say("until stopped").awaitLine("next? 4");
      running.say("free").awaitLine("next? 5");
      running.say("until closed").awaitLine("next? 6");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.agentLines())
          .anyMatch(line -> line.startsWith("there is no room for " + file + " either"))
          .contains("what was recorded until then is in " + file);
    }
  }

  private RunningJvm start(Path file) throws Exception {
    return ChildJvm.running(FullDiskProgram.class, directory)
        .under("unshare", "-Urm", "sh", "-c", MOUNT, disk.toString())
        .flags("-XX:FlightRecorderOptions:repository=" + disk.resolve("jfr"))
        .agent("file=" + file)
        .arguments(disk)
        .start()
        .awaitLine("next? 1");
  }
}

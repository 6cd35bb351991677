package dev.trama.agent.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recording is its owner's, and where it cannot be written the application is unharmed. */
class OutputFileIT {
  @TempDir private Path directory;

  @Test
  void file_isItsOwnersOnly_fromTheBeginning() throws Exception {
    try (RunningJvm running =
        ChildJvm.running(AskingProgram.class, directory).traced().start().awaitLine("next?")) {
      assertOwnerOnly(running.recordingFile());
      assertOwnerOnly(running.say("end").end().succeeded().recordingFile().orElseThrow());
    }
  }

  @Test
  void fileOfAnEarlierRun_isReplaced_withItsPermissions() throws Exception {
    Path file = Files.writeString(directory.resolve("recording.jfr"), "of an earlier run");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    EndedJvm ended = ChildJvm.running(ExitProgram.class, directory).traced().run().succeeded();
    assertOwnerOnly(file);
    assertThat(ended.recording().awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
  }

  @Test
  void linkInPlaceOfTheFile_isNotFollowed() throws Exception {
    Path precious = Files.writeString(directory.resolve("precious"), "precious");
    Files.createSymbolicLink(directory.resolve("recording.jfr"), precious);
    ChildJvm.running(ExitProgram.class, directory).traced().run().succeeded().recording();
    assertThat(precious).hasContent("precious");
  }

  @Test
  void placeThatDoesNotExist_isOneLine() throws Exception {
    unharmed("file=" + directory.resolve("nowhere/recording.jfr"));
  }

  @Test
  void directoryInPlaceOfAFile_isOneLine_andIsLeftAlone() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    unharmed("file=" + empty);
    assertThat(empty).isEmptyDirectory();
  }

  private void unharmed(String options) throws Exception {
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory).arguments("exit").agent(options).run();
    assertThat(ended.status()).isEqualTo(ExitProgram.STATUS);
    assertThat(ended.out()).isEqualTo("slept 20\n");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.agentLines())
        .singleElement()
        .asString()
        .startsWith("cannot write the recording to ")
        .endsWith("; choose another place with file=PATH; the application runs untraced");
  }

  /** {@code /dev/full} takes nothing: what a full disk says, it says. */
  @Test
  void fullDisk_applicationEndsAsItWould() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is a device that is always full");
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory)
            .arguments("exit")
            .agent("file=" + full)
            .run();
    assertThat(ended.status()).isEqualTo(ExitProgram.STATUS);
    assertThat(ended.out().getBytes(UTF_8)).startsWith("slept 20\n".getBytes(UTF_8));
    assertThat(full).as("the device itself").exists();
    assertThat(Files.isRegularFile(full)).isFalse();
  }

  private static void assertOwnerOnly(Path file) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}

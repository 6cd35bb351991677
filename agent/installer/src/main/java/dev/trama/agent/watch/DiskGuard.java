package dev.trama.agent.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * JFR ends the whole JVM when the disk of its repository is full ("An irrecoverable error in Jfr.
 * Shutting down VM", JDK 21 to 26). So the agent ends its recording before that. It does not end
 * other recordings.
 */
final class DiskGuard {
  private final OwnRecording recording;
  private final Path file;
  private final Consumer<String> say;
  private String repository = "";
  private Optional<FreeSpace> space = Optional.empty();
  private boolean ended;
  private boolean written;

  /**
   * @param file where the recording goes when it ends
   * @param say takes lines for standard error
   */
  DiskGuard(OwnRecording recording, Path file, Consumer<String> say) {
    this.recording = recording;
    this.file = file;
    this.say = say;
  }

  /** Whether the recording was ended for lack of room. */
  boolean hasEnded() {
    return ended;
  }

  /** Called once a second. */
  void look() throws IOException {
    if (!ended && !spaceOfRepository().map(DiskGuard::hasReserve).orElse(true)) {
      end();
    }
    if (ended && !written && FreeSpace.where(directory()).has(recording.sizeBytes())) {
      recording.dump(file);
      recording.close();
      written = true;
      say.accept("what was recorded until then is in " + file);
    }
  }

  private void end() throws IOException {
    ended = true;
    recording.end();
    say.accept(
        "only "
            + (space.orElseThrow().usableBytes() >> 20)
            + " MB are free where JFR keeps its recordings ("
            + repository
            + "), and JFR would end the program when the disk is full: the recording ends, the"
            + " application runs on");
    if (!FreeSpace.where(directory()).has(recording.sizeBytes())) {
      say.accept(
          "there is no room for "
              + file
              + " either; it will be written when there is, and until the program ends the"
              + " recording can be read in "
              + repository);
    }
  }

  /** Empty while JFR has no repository; it may be moved while the program runs. */
  private Optional<FreeSpace> spaceOfRepository() throws IOException {
    String now = System.getProperty("jdk.jfr.repository", "");
    if (!now.equals(repository)) {
      space = now.isEmpty() ? Optional.empty() : Optional.of(FreeSpace.where(Path.of(now)));
      repository = now;
    }
    return space;
  }

  private static boolean hasReserve(FreeSpace space) {
    try {
      return space.has(0);
    } catch (IOException unknown) {
      return true;
    }
  }

  private Path directory() {
    Path directory = file.toAbsolutePath().getParent();
    return directory == null ? file : directory;
  }
}

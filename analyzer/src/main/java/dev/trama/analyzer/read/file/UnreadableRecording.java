package dev.trama.analyzer.read.file;

import java.nio.file.Path;

/** A file that cannot be read. The message is one line: which file, why, and what to do. */
public final class UnreadableRecording extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableRecording(Path file, String why) {
    super(file + ": " + why);
  }

  public UnreadableRecording(Path file, String why, Throwable cause) {
    super(file + ": " + why, cause);
  }
}

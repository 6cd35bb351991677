package dev.trama.agent.watch;

import dev.trama.probe.DumpEvent;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes the recording to files beside its final one, no more often and no more of them than
 * allowed.
 */
final class DumpFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path file;
  private final DumpOptions options;
  private final OwnRecording recording;
  private final Consumer<String> say;
  private final Deque<Path> kept = new ArrayDeque<>();
  private long lastNanos;
  private volatile Count count = new Count(0, 0, "", "");

  /**
   * @param file where the recording goes at its end
   * @param say takes lines for standard error
   */
  DumpFiles(Path file, DumpOptions options, OwnRecording recording, Consumer<String> say) {
    this.file = file;
    this.options = options;
    this.recording = recording;
    this.say = say;
  }

  /** How many were written, how many could not be, and the last one. */
  record Count(long written, long failed, String lastReason, String lastFile) {}

  Count count() {
    return count;
  }

  boolean isDue(long nowNanos) {
    return lastNanos == 0 || nowNanos - lastNanos >= options.every().toNanos();
  }

  /**
   * Writes one file.
   *
   * @param condition null when none held, but a program or a person asked
   * @throws IOException when it could not be written; that has already been printed
   */
  Path write(String condition, String reason, long nowNanos) throws IOException {
    lastNanos = nowNanos;
    String said = condition == null ? reason : condition + ": " + reason;
    Path target = free();
    try {
      requireRoom(target);
      DumpEvent.write(condition, reason, target.toString());
      write(target);
      kept.addLast(target);
      count = new Count(count.written + 1, count.failed, said, target.toString());
      say.accept(said + "; wrote " + target);
      dropOldest();
      return target;
    } catch (IOException unwritable) {
      count = new Count(count.written, count.failed + 1, count.lastReason, count.lastFile);
      say.accept(said + "; cannot write " + target + " (" + unwritable + ")");
      throw unwritable;
    }
  }

  /** A file that fills the disk would take JFR's room as well, and JFR would end the program. */
  private void requireRoom(Path target) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    long bytes = recording.sizeBytes();
    if (directory != null && !FreeSpace.where(directory).has(bytes)) {
      throw new FileSystemException(
          directory.toString(), null, "too little room for " + (bytes >> 20) + " MB");
    }
  }

  /** The file is there whole or not at all, and only its owner may read it. */
  private void write(Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(part, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
      recording.dump(part);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException stays) {
        unwritable.addSuppressed(stays);
      }
      throw unwritable;
    }
  }

  private void dropOldest() throws IOException {
    while (kept.size() > options.keep()) {
      Files.deleteIfExists(kept.removeFirst());
    }
  }

  /** A name such as {@code app-20261124-073512.jfr} for {@code app.jfr}, in UTC. */
  private Path free() {
    String name = file.getFileName().toString();
    String stem = name.endsWith(".jfr") ? name.substring(0, name.length() - 4) : name;
    String time = TIME.format(LocalDateTime.now(ZoneOffset.UTC));
    Path target = file.resolveSibling(stem + "-" + time + ".jfr");
    for (int n = 2; Files.exists(target); n++) {
      target = file.resolveSibling(stem + "-" + time + "-" + n + ".jfr");
    }
    return target;
  }
}

package dev.trama.agent.watch;

import dev.trama.probe.DumpEvent;
import java.io.IOException;
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

/** Writes the recording to files beside that of its end, no more often and no more than allowed. */
final class DumpFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path file;
  private final DumpOptions options;
  private final Dumper dumper;
  private final Consumer<String> say;
  private final Deque<Path> kept = new ArrayDeque<>();
  private long lastNanos;
  private volatile Count count = new Count(0, 0, "", "");

  /**
   * @param file where the recording goes at its end
   * @param say takes lines for standard error
   */
  DumpFiles(Path file, DumpOptions options, Dumper dumper, Consumer<String> say) {
    this.file = file;
    this.options = options;
    this.dumper = dumper;
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
   * @param condition null when none held, but somebody asked
   */
  void write(String condition, String reason, long nowNanos) {
    lastNanos = nowNanos;
    String said = condition == null ? reason : condition + ": " + reason;
    Path target = free();
    try {
      DumpEvent.write(condition, reason, target.toString());
      write(target);
      kept.addLast(target);
      count = new Count(count.written + 1, count.failed, said, target.toString());
      say.accept(said + "; wrote " + target);
      dropOldest();
    } catch (IOException unwritable) {
      count = new Count(count.written, count.failed + 1, count.lastReason, count.lastFile);
      say.accept(said + "; cannot write " + target + " (" + unwritable + ")");
    }
  }

  /** The file is there whole or not at all, and its owner's only. */
  private void write(Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(part, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
      dumper.dump(part);
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

  /** {@code app.jfr} makes {@code app-20261124-073512.jfr}, in UTC. */
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

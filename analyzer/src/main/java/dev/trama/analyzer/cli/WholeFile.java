package dev.trama.analyzer.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, whatever ends the program: it is written beside its
 * final place, and moved there when it is complete. The old file stays until then.
 */
final class WholeFile {
  private static final int BUFFER = 1 << 16;

  /** Writes the content of the file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** The same for a file that is not text. */
  interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Content content) {
    writeBytes(
        file,
        bytes -> {
          Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          content.writeTo(out);
          out.flush();
        });
  }

  static void writeBytes(Path file, Bytes content) {
    try {
      if (Files.isDirectory(file)) {
        throw new UserError("cannot write " + file + ": it is a directory");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        writeInto(file, content); // a pipe or a terminal must not be replaced
      } else {
        // If it is a link, its target is replaced.
        writeBeside(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
      }
    } catch (NoSuchFileException e) {
      throw new UserError("cannot write " + file + ": its directory does not exist");
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "not permitted" : e.getReason();
      throw new UserError("cannot write " + file + ": " + reason);
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage());
    }
  }

  private static void writeInto(Path file, Bytes content) throws IOException {
    try (var out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE), BUFFER)) {
      content.writeTo(out);
    }
  }

  private static void writeBeside(Path file, Bytes content) throws IOException {
    long process = ProcessHandle.current().pid();
    Path part = file.resolveSibling("." + file.getFileName() + "." + process + ".part");
    Thread cleaner = new Thread(() -> delete(part), "delete-part");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
      try {
        Runtime.getRuntime().removeShutdownHook(cleaner);
      } catch (IllegalStateException e) {
        // Ctrl-C came just now: the hook has nothing left to do.
      }
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

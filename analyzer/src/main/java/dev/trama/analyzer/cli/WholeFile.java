package dev.trama.analyzer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, whatever ends the program: it is written beside its
 * place, and moved there when it is complete. What was there before stays until then.
 */
final class WholeFile {
  /** What is to be in the file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Content content) {
    try {
      if (Files.isDirectory(file)) {
        throw new UserError("cannot write " + file + ": it is a directory");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        writeInto(file, content); // a pipe or a terminal is nothing to be replaced
      } else {
        // Of a link, what it leads to is replaced.
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

  private static void writeInto(Path file, Content content) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.WRITE)) {
      content.writeTo(out);
    }
  }

  private static void writeBeside(Path file, Content content) throws IOException {
    long process = ProcessHandle.current().pid();
    Path part = file.resolveSibling("." + file.getFileName() + "." + process + ".part");
    Thread cleaner = new Thread(() -> delete(part), "delete-part");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      try (Writer out = Files.newBufferedWriter(part)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
      try {
        Runtime.getRuntime().removeShutdownHook(cleaner);
      } catch (IllegalStateException e) {
        // Ctrl-C came just now: the hook finds nothing left to do.
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

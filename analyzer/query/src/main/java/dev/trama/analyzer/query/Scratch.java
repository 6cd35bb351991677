package dev.trama.analyzer.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for temporary files; its leading dot hides it from every reader of tables. */
final class Scratch {
  private Scratch() {}

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      // The shutdown hook and this thread delete at the same time; the other one has done it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down just now; the hook has nothing left to do.
    }
  }
}

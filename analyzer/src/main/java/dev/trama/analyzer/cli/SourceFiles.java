package dev.trama.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds source files below the directories a user named. */
final class SourceFiles {
  /** Deep enough for {@code project/module/src/main/java/} and a package below it. */
  private static final int DEPTH = 20;

  private SourceFiles() {}

  static void requireDirectories(List<Path> sources) {
    for (Path source : sources) {
      if (!Files.isDirectory(source)) {
        throw new UserError(source + " is no directory; --sources takes a source root");
      }
    }
  }

  /**
   * @param path below a source root, such as {@code a/b/C.java}
   */
  static Optional<Path> find(List<Path> directories, String path) throws IOException {
    for (Path directory : directories) {
      Path direct = directory.resolve(path);
      if (Files.isRegularFile(direct)) {
        return Optional.of(direct);
      }
      try (var tree =
          Files.find(directory, DEPTH, (file, is) -> is.isRegularFile() && file.endsWith(path))) {
        Optional<Path> found = tree.sorted().findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}

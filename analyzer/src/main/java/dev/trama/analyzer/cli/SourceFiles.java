package dev.trama.analyzer.cli;

import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.render.html.SourceFile;
import dev.trama.analyzer.render.html.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds source files below the directories a user named. */
final class SourceFiles {
  /** Larger files, which are usually generated, are left out of the page. */
  private static final long MAX_SOURCE_BYTES = 1_000_000;

  /** Deep enough for {@code project/module/src/main/java/} and a package below it. */
  private static final int DEPTH = 20;

  private SourceFiles() {}

  static void requireDirectories(List<Path> sources) {
    for (Path source : sources) {
      if (!Files.isDirectory(source)) {
        throw new UserError(source + " is not a directory; --sources takes a source root");
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

  /** The files of the recording's stacks that are below these directories. */
  static List<SourceFile> of(Recording recording, List<Path> roots) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> wanted : Sources.wanted(recording).entrySet()) {
      Optional<Path> file = find(roots, wanted.getKey());
      if (file.isPresent() && Files.size(file.get()) <= MAX_SOURCE_BYTES) {
        // This way of decoding replaces invalid UTF-8 instead of failing.
        String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
        found.add(new SourceFile(wanted.getKey(), wanted.getValue(), text));
      }
    }
    return found;
  }
}

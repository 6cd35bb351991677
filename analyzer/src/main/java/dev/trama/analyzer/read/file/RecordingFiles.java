package dev.trama.analyzer.read.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The recordings a user named: files, and those inside directories. */
public final class RecordingFiles {
  private RecordingFiles() {}

  public static List<Path> expand(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(inside(path));
      } else {
        files.add(path);
      }
    }
    return List.copyOf(files);
  }

  private static List<Path> inside(Path directory) {
    try (var tree = Files.walk(directory, 2)) {
      List<Path> found =
          tree.filter(file -> file.getFileName().toString().endsWith(".jfr")).sorted().toList();
      if (found.isEmpty()) {
        throw new UnreadableRecording(directory, "no .jfr file in this directory");
      }
      return found;
    } catch (IOException e) {
      throw new UnreadableRecording(directory, "cannot be listed: " + e.getMessage(), e);
    }
  }
}

package dev.trama.analyzer.render.html;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds, below the directories given, the files whose code suspends. */
public final class Sources {
  /** A page is no place for generated giants. */
  private static final long MOST_BYTES = 1_000_000;

  private Sources() {}

  /**
   * The files of the recording's application and library frames. A file fits a class when its name
   * is the frame's and its directory ends with the class's package.
   */
  public static List<SourceFile> find(Recording recording, List<Path> directories)
      throws IOException {
    if (directories.isEmpty()) {
      return List.of();
    }
    Map<String, Frame> wanted = new TreeMap<>();
    recording.tasks().stream()
        .flatMap(task -> task.awaits().stream())
        .map(await -> await.stack())
        .distinct()
        .flatMap(stack -> stack.shown().stream())
        .forEach(frame -> wanted.putIfAbsent(frame.type(), frame));
    Map<String, List<Path>> byName = new LinkedHashMap<>();
    for (Path directory : directories) {
      index(directory, byName);
    }
    Map<Path, List<String>> types = new LinkedHashMap<>();
    wanted.forEach(
        (type, frame) ->
            match(frame, byName.getOrDefault(frame.file(), List.of()))
                .ifPresent(file -> types.computeIfAbsent(file, f -> new ArrayList<>()).add(type)));
    List<SourceFile> found = new ArrayList<>();
    for (Map.Entry<Path, List<String>> entry : types.entrySet()) {
      Path file = entry.getKey();
      if (Files.size(file) <= MOST_BYTES) {
        // Decoding this way replaces what is not UTF-8 instead of failing.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        found.add(new SourceFile(shown(file, directories), entry.getValue(), text));
      }
    }
    return found;
  }

  private static void index(Path directory, Map<String, List<Path>> byName) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|kt|scala|groovy)"))
          .sorted()
          .forEach(
              file ->
                  byName
                      .computeIfAbsent(file.getFileName().toString(), n -> new ArrayList<>())
                      .add(file));
    }
  }

  private static Optional<Path> match(Frame frame, List<Path> files) {
    int dot = frame.type().lastIndexOf('.');
    Path below = Path.of(dot < 0 ? "" : frame.type().substring(0, dot).replace('.', '/'));
    return files.stream()
        .filter(file -> dot < 0 || (file.getParent() != null && file.getParent().endsWith(below)))
        .findFirst();
  }

  private static String shown(Path file, List<Path> directories) {
    return directories.stream()
        .filter(file::startsWith)
        .findFirst()
        .map(directory -> directory.relativize(file))
        .orElse(file)
        .toString();
  }
}

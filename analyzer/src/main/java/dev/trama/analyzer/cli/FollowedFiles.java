package dev.trama.analyzer.cli;

import dev.trama.analyzer.read.file.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Files that are written to or replaced, and directories that get new files. */
final class FollowedFiles implements Followed {
  private final List<Path> named;
  private List<State> before = List.of();

  FollowedFiles(List<Path> named) {
    this.named = named;
  }

  private record State(Path file, long bytes, long modifiedMillis) {}

  @Override
  public String name() {
    return named.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  @Override
  public Optional<List<Path>> changed() {
    List<Path> files = RecordingFiles.expand(named);
    List<State> now = new ArrayList<>();
    for (Path file : files) {
      try {
        now.add(new State(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      } catch (IOException e) {
        now.add(new State(file, 0, 0)); // reading it will say what is wrong
      }
    }
    if (now.equals(before)) {
      return Optional.empty();
    }
    before = now;
    return Optional.of(files);
  }

  @Override
  public CompletableFuture<?> end() {
    return new CompletableFuture<Void>();
  }
}

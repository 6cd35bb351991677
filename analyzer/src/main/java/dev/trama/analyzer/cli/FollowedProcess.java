package dev.trama.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the agent in a running program has recorded: the chunks that JFR has finished in its
 * repository. The agent is asked to make JFR finish another one, which also records the suspended
 * threads.
 */
final class FollowedProcess implements Followed {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ProcessHandle process;
  private final TargetJvm target;

  FollowedProcess(long pid) {
    this.process =
        ProcessHandle.of(pid).orElseThrow(() -> new UserError("there is no process " + pid));
    this.target = new TargetJvm(pid, PATIENCE);
  }

  @Override
  public String name() {
    return "process " + process.pid();
  }

  @Override
  public Optional<List<Path>> changed() {
    String repository = target.ask(Home.find().agentJar(), "rotate", "");
    if (repository.isEmpty()) {
      throw new UserError(name() + ": JFR has recorded nothing there");
    }
    try (var files = Files.list(Path.of(repository))) {
      List<Path> chunks = files.filter(file -> file.toString().endsWith(".jfr")).sorted().toList();
      // The last one has just been begun.
      return chunks.size() < 2
          ? Optional.empty()
          : Optional.of(chunks.subList(0, chunks.size() - 1));
    } catch (IOException e) {
      throw new UserError(
          name() + ": cannot list its JFR repository " + repository + ": " + e.getMessage());
    }
  }

  @Override
  public CompletableFuture<?> end() {
    return process.onExit();
  }
}

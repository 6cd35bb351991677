package dev.trama.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that are passed on to the agent. */
final class AgentOptions {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the recording goes; trama-<pid>.jfr if not given.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--agent",
      paramLabel = "OPTIONS",
      description = "Further options of the agent, as key=value,key=value.")
  Optional<String> further = Optional.empty();

  Path recordingOf(long pid) {
    return out.orElse(Path.of("trama-" + pid + ".jfr"));
  }

  /** In the agent's syntax; names the file only if it was given here. */
  String text() {
    return text(out);
  }

  /** In the agent's syntax, with this file. */
  String textWithFile(Path file) {
    return text(Optional.of(file));
  }

  private String text(Optional<Path> file) {
    List<String> options = new ArrayList<>();
    file.map(TracedJvm::fileOption).ifPresent(options::add);
    further.ifPresent(options::add);
    return String.join(",", options);
  }
}

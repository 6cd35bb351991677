package dev.trama.agent.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a child left.
 *
 * @param status its exit status
 * @param out what it printed to standard output
 * @param err what it printed to standard error, the agent's lines among it
 * @param recordingFile where the agent was told to record; empty when it was not
 */
public record EndedJvm(int status, String out, String err, Optional<Path> recordingFile) {

  /** Asserts that the program ended well. */
  public EndedJvm succeeded() {
    assertThat(status).as("exit status; out: %s; err: %s", out, err).isZero();
    return this;
  }

  /** What the agent printed on standard error, each line without its prefix. */
  public List<String> agentLines() {
    return err.lines()
        .filter(line -> line.startsWith("trama: "))
        .map(line -> line.substring("trama: ".length()))
        .toList();
  }

  /** What the program, and everything but the agent, printed on standard error. */
  public List<String> otherErrorLines() {
    return err.lines().filter(line -> !line.startsWith("trama: ")).toList();
  }

  /** The recording, whose completeness is asserted. */
  public Traced recording() throws IOException {
    return Traced.read(recordingFile.orElseThrow());
  }
}

package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trama.analyzer.bench.SyntheticRecording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal gets and a pipe does not, and what a shell completes. */
@EnabledOnOs(OS.LINUX)
final class TerminalIT {
  private static final String TRAMA = ChildProcess.PROJECT.resolve("analyzer/bin/trama").toString();
  private static final String ESCAPE = "\u001b[";

  @TempDir Path directory;
  private String recording;

  @BeforeEach
  void record() throws Exception {
    recording = directory.resolve("x.jfr").toString();
    SyntheticRecording.main(new String[] {recording, "2000"});
  }

  @Test
  void colourIsForTerminalsAndForThoseWhoAsk() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script to make one");
    String command = TRAMA + " points " + recording;
    assertThat(run("script", "-qec", command, "/dev/null").out()).contains(ESCAPE);
    assertThat(run("bash", "-c", command + " | cat").out()).doesNotContain(ESCAPE);
    assertThat(run("bash", "-c", command + " --color always | cat").out()).contains(ESCAPE);
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertThat(completions("bash", "", "trama", "tr")).containsExactly("trace");
    assertThat(completions("bash", "", "trama", "points", "--s")).containsExactly("--sort");
    assertThat(completions("bash", "", "trama", "points", "--sort", "")).contains("p99", "ready");
    assertThat(completions("bash", "", "trama", "check", "--window")).isEmpty();
  }

  /** zsh itself selects those that begin with what was typed. */
  @Test
  void zshCompletesThemToo() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not installed");
    String prepared = "autoload -U +X compinit && compinit -u; compdef() { :; }; setopt ksh_arrays";
    assertThat(completions("zsh", prepared, "trama", "tr")).contains("trace", "points");
  }

  /** What the shell would offer for the last word. */
  private List<String> completions(String shell, String before, String... words) throws Exception {
    Path script =
        Files.writeString(directory.resolve("completion"), run(TRAMA, "generate-completion").out());
    List<String> quoted = new ArrayList<>();
    for (String word : words) {
      quoted.add("'" + word + "'");
    }
    String asked =
        String.join(
            "\n",
            before,
            "compopt() { :; }", // which the shell lets nobody call but itself
            "source " + script,
            "COMP_WORDS=(" + String.join(" ", quoted) + ")",
            "COMP_CWORD=" + (words.length - 1),
            "_complete_trama",
            "printf '%s\\n' \"${COMPREPLY[@]}\"");
    var completed = run(shell, "-c", asked);
    assertThat(completed.err()).isEmpty();
    return completed.out().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private ChildProcess run(String... command) throws Exception {
    ChildProcess child =
        ChildProcess.run(
            directory,
            Map.of(
                "PATH", System.getenv("PATH"),
                "TERM", "xterm",
                "TRAMA_JAVA", System.getProperty("java.home")),
            List.of(command));
    assertThat(child.status()).as(child.err()).isZero();
    return child;
  }
}

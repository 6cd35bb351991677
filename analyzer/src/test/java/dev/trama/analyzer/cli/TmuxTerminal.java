package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A terminal that a test types into and reads: one session of a tmux server of its own. */
final class TmuxTerminal implements AutoCloseable {
  private final Path directory;
  private final String server;
  private final Map<String, String> environment;

  private TmuxTerminal(Path directory, String server, Map<String, String> environment) {
    this.directory = directory;
    this.server = server;
    this.environment = environment;
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux")));
  }

  /**
   * Starts one, in which a shell runs the command and then says {@code status=} and whether the
   * terminal echoes, and stays.
   */
  static TmuxTerminal start(Path directory, String server, int width, int height, String command)
      throws Exception {
    var terminal =
        new TmuxTerminal(
            directory,
            server,
            Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", directory.toString(),
                "TMUX_TMPDIR", directory.toString(),
                "LC_ALL", "C.UTF-8",
                "TRAMA_JAVA", System.getProperty("java.home")));
    String script =
        "echo before; "
            + command
            + "; echo status=$?; stty -a | grep -qw -- -echo && echo silent || echo echoes; sleep"
            + " 600";
    terminal.tmux(
        "-u",
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        Integer.toString(width),
        "-y",
        Integer.toString(height),
        "bash -c '" + script + "'");
    return terminal;
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(arguments));
    ChildProcess done = ChildProcess.run(directory, environment, command);
    assertThat(done.status()).as(done.err()).isZero();
    return done.out();
  }

  /** Keys as tmux names them; a text is typed letter by letter. */
  void type(String... keys) throws IOException, InterruptedException {
    for (String key : keys) {
      tmux("send-keys", key);
    }
  }

  void resize(int width, int height) throws IOException, InterruptedException {
    tmux("resize-window", "-x", Integer.toString(width), "-y", Integer.toString(height));
  }

  String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p");
  }

  /** With the escapes that set colours and the like. */
  String painted() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p", "-e");
  }

  /** Returns the screen as soon as the condition holds; the test's time limit is the only one. */
  String await(Predicate<String> isSo) throws IOException, InterruptedException {
    String screen = screen();
    while (!isSo.test(screen)) {
      Thread.sleep(50);
      screen = screen();
    }
    return screen;
  }

  String await(String text) throws IOException, InterruptedException {
    return await(screen -> screen.contains(text));
  }

  /** The screen once the command has ended and the state of the terminal has been printed. */
  String awaitEnd() throws IOException, InterruptedException {
    return await(screen -> screen.contains("echoes") || screen.contains("silent"));
  }

  /** The JVM that the shell runs. */
  ProcessHandle jvm() throws IOException, InterruptedException {
    long shell = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
    return ProcessHandle.of(shell).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(it -> it.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    try {
      tmux("kill-server");
    } catch (InterruptedException timedOut) {
      Thread.currentThread().interrupt();
    }
  }
}

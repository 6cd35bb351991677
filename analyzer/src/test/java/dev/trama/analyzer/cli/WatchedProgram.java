package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.trama.analyzer.workload.Watched;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** {@link Watched} in a JVM of its own, and {@code trama top} that looks at it. */
final class WatchedProgram implements AutoCloseable {
  static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private final Path directory;
  private final Process process;

  private WatchedProgram(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /** Returns when all its tasks are suspended. */
  static WatchedProgram start(Path directory, String... jvmOptions) throws Exception {
    return launch(directory, Watched.class.getName(), jvmOptions);
  }

  /** As {@link #start}, under a name that no other JVM of this machine has. */
  static WatchedProgram startAs(Path directory, String mainClass) throws Exception {
    Path source = directory.resolve(mainClass + ".java");
    Files.writeString(
        source,
        """
        class %s {
          public static void main(String[] args) throws Exception {
            %s.main(args);
          }
        }
        """
            .formatted(mainClass, Watched.class.getName()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classes(), "-d", directory.toString(), source.toString());
    assertThat(status).isZero();
    return launch(directory, mainClass);
  }

  private static WatchedProgram launch(Path directory, String mainClass, String... jvmOptions)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA_HOME.resolve("bin/java").toString()));
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", directory + File.pathSeparator + classes(), mainClass));
    Process process =
        new ProcessBuilder(command).redirectError(directory.resolve("err").toFile()).start();
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("suspended");
    return new WatchedProgram(directory, process);
  }

  private static String classes() throws URISyntaxException {
    return Path.of(Watched.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  String pid() {
    return Long.toString(process.pid());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path errors() {
    return directory.resolve("err");
  }

  void kill() {
    process.destroyForcibly();
  }

  ChildProcess top(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("top", pid()));
    arguments.addAll(List.of(options));
    return ChildProcess.trama(directory, arguments);
  }

  /** Whether there is an agent in it. */
  boolean hasAgent() {
    try {
      VirtualMachine jvm = VirtualMachine.attach(pid());
      try {
        return jvm.getSystemProperties().getProperty("dev.trama.agent") != null;
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException | IOException gone) {
      throw new AssertionError(gone);
    }
  }

  /** Returns when the agent has gone; the test's time limit is the only one. */
  void awaitNoAgent() throws InterruptedException {
    while (hasAgent()) {
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

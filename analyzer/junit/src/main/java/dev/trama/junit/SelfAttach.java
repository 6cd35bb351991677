package dev.trama.junit;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Loads the agent into its own JVM. A JVM may not attach to itself, so a second one does it; this
 * class is its main class.
 */
final class SelfAttach {
  private SelfAttach() {}

  /**
   * Loads the agent.
   *
   * @return why that was not possible; empty when it was
   */
  static Optional<String> load(Optional<Path> agent) {
    if (agent.isEmpty()) {
      return Optional.of("and dev.trama:trama-agent is not on the class path, to be loaded now");
    }
    try {
      System.err.println(
          "trama: loading the agent into this JVM; -javaagent:"
              + agent.get()
              + "=recording=none in its options is quicker, and avoids the JDK's warning");
      return run(agent.get());
    } catch (IOException | URISyntaxException e) {
      return Optional.of("and starting a JVM that loads it failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("and loading it was interrupted");
    }
  }

  private static Optional<String> run(Path agent)
      throws IOException, InterruptedException, URISyntaxException {
    Process helper =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jarOf(SelfAttach.class).toString(),
                SelfAttach.class.getName(),
                Long.toString(ProcessHandle.current().pid()),
                agent.toString())
            .redirectErrorStream(true)
            .start();
    helper.getOutputStream().close();
    String said =
        new String(helper.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (helper.waitFor() == 0) {
      return Optional.empty();
    }
    List<String> lines = said.lines().toList();
    return Optional.of("and the JVM does not let it be loaded now: " + lines.getLast());
  }

  /** The jar or directory of a class, if it is on the class path. */
  static Optional<Path> jarOf(String className) {
    try {
      return Optional.of(jarOf(Class.forName(className, false, SelfAttach.class.getClassLoader())));
    } catch (ClassNotFoundException | URISyntaxException absent) {
      return Optional.empty();
    }
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Attaches to the JVM with id {@code arguments[0]} and loads {@code arguments[1]} there. */
  public static void main(String[] arguments) {
    try {
      VirtualMachine jvm = VirtualMachine.attach(arguments[0]);
      try {
        jvm.loadAgent(arguments[1], "recording=none");
      } finally {
        jvm.detach();
      }
    } catch (Exception refused) {
      System.out.println(refused.getMessage());
      System.exit(1);
    }
  }
}

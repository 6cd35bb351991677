package dev.trama.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that runs under the agent, as a child that shares this process's terminal: it uses the same
 * input and output, gets the same signals, and its exit status becomes ours.
 */
final class TracedJvm {
  private TracedJvm() {}

  /** A Java command with the agent put in: {@code java -javaagent:... the rest}. */
  static List<String> command(Path java, Path agent, String options, List<String> rest) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-javaagent:" + agent + (options.isEmpty() ? "" : "=" + options));
    command.addAll(rest);
    return command;
  }

  /**
   * The agent's option for its file. Options are separated by commas, so a path cannot have one.
   */
  static String fileOption(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    if (path.contains(",")) {
      throw new UserError(
          path + " has a comma in it, which agent options cannot contain; choose another");
    }
    return "file=" + path;
  }

  static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new UserError("cannot start " + command.getFirst() + ": " + e.getMessage());
    }
  }

  /**
   * Waits for the child to end, whatever happens. Ctrl-C and other signals of a terminal reach both
   * processes; a signal to this process alone is passed on. Either way the child gets the time that
   * it needs to end its recording.
   */
  static int waitFor(Process child) {
    Thread passOn = new Thread(() -> endWith(child), "pass-on-signal");
    Runtime.getRuntime().addShutdownHook(passOn);
    int status = waitUninterrupted(child);
    try {
      Runtime.getRuntime().removeShutdownHook(passOn);
    } catch (IllegalStateException e) {
      // This JVM is shutting down as well: the hook sees that the child has ended.
    }
    return status;
  }

  private static void endWith(Process child) {
    child.destroy();
    waitUninterrupted(child);
  }

  private static int waitUninterrupted(Process child) {
    while (true) {
      try {
        return child.waitFor();
      } catch (InterruptedException e) {
        // Nothing in this program interrupts the main thread on purpose.
      }
    }
  }
}

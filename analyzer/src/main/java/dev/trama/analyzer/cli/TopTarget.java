package dev.trama.analyzer.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A program that is looked at. The agent in it, which is loaded if there is none, is asked to
 * record as long as this process lives; so nothing is left there however this process ends.
 *
 * @param repository where its JFR writes
 * @param from when the recording for this look begins
 */
record TopTarget(long pid, String title, Path repository, Instant from) {
  private static final String SELF = Long.toString(ProcessHandle.current().pid());
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * Finds the program.
   *
   * @param named its process id, or a part of its main class or jar
   */
  static TopTarget find(String named) {
    if (named.matches("\\d{1,9}")) {
      return attach(Long.parseLong(named), "a program");
    }
    List<VirtualMachineDescriptor> found =
        VirtualMachine.list().stream()
            .filter(it -> !it.id().equals(SELF))
            .filter(it -> it.displayName().contains(named))
            .toList();
    if (found.isEmpty()) {
      throw new UserError(
          "there is no file '"
              + named
              + "', and no Java program of yours with it in its main class"
              + " or jar; trama top alone lists the programs");
    }
    if (found.size() > 1) {
      throw new UserError(
          "'"
              + named
              + "' matches "
              + String.join(", ", found.stream().map(VirtualMachineDescriptor::id).toList())
              + "; give the process id");
    }
    return attach(Long.parseLong(found.getFirst().id()), found.getFirst().displayName());
  }

  private static TopTarget attach(long pid, String name) {
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new UserError("there is no process " + pid + "; trama top alone lists the programs");
    }
    refuseOtherNamespace(pid);
    Instant from = Instant.now();
    var jvm = new TargetJvm(pid, PATIENCE);
    Path repository = Path.of(jvm.askAnyway(Home.find().agentJar(), "look"));
    String command = jvm.properties().getProperty("sun.java.command", name);
    return new TopTarget(pid, title(command, pid), repository, from);
  }

  /** Asks for the details of this task; of none if 0. The agent reads this file. */
  void choose(long task) {
    try {
      Path request = Files.createTempFile(repository, "trama-look-", ".new");
      Files.writeString(request, Long.toString(task));
      Files.move(request, repository.resolve("trama-look-" + SELF), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException ended) {
      // the view itself says so
    }
  }

  private static String title(String command, long pid) {
    String main = command.split(" ")[0];
    int slash = main.lastIndexOf('/');
    int dot = main.endsWith(".jar") ? -1 : main.lastIndexOf('.');
    return main.substring(Math.max(slash, dot) + 1) + " (" + pid + ")";
  }

  /** In another namespace, the program would take our process id for another process. */
  private static void refuseOtherNamespace(long pid) {
    try {
      Path theirs = Path.of("/proc", Long.toString(pid), "ns", "pid");
      Path ours = Path.of("/proc/self/ns/pid");
      if (Files.exists(ours)
          && !Files.readSymbolicLink(theirs).equals(Files.readSymbolicLink(ours))) {
        throw new UserError(
            "process "
                + pid
                + " is in a container; run trama top inside it, for example with docker exec");
      }
    } catch (IOException hidden) {
      // Another user's process: attaching will say so.
    }
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}

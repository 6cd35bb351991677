package dev.trama.analyzer.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/**
 * A program that is looked at. The agent in it, which is brought along if there is none, is told to
 * record for as long as this process lives; so nothing is left there however this process ends.
 *
 * @param repository where its JFR writes
 * @param from the beginning of what is recorded for this look
 */
record TopTarget(long pid, String title, Path repository, Instant from) {
  private static final String AGENT = "dev.trama.agent";
  private static final String REPOSITORY = "jdk.jfr.repository";

  /**
   * Finds the program.
   *
   * @param named its process id, or a part of its main class or jar
   */
  static TopTarget find(String named) {
    if (named.matches("\\d{1,9}")) {
      return attach(Long.parseLong(named), "process");
    }
    List<VirtualMachineDescriptor> found =
        VirtualMachine.list().stream()
            .filter(it -> !it.id().equals(Long.toString(ProcessHandle.current().pid())))
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
              + "' fits "
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
    Path jar = Home.find().agentJar();
    String self = Long.toString(ProcessHandle.current().pid());
    Instant from = Instant.now();
    try {
      VirtualMachine program = VirtualMachine.attach(Long.toString(pid));
      try {
        Properties before = program.getSystemProperties();
        refuseOld(pid, before);
        if (before.getProperty(AGENT) == null) {
          program.loadAgent(jar.toString(), "recording=none,lease=" + self);
          if (program.getSystemProperties().getProperty(AGENT) == null) {
            throw new UserError("the agent cannot trace process " + pid + "; its output says why");
          }
        }
        program.loadAgent(jar.toString(), "look=" + self);
        Properties now = program.getSystemProperties();
        String repository = now.getProperty(REPOSITORY);
        if (repository == null) {
          throw new UserError("JFR does not record in process " + pid + "; its output says why");
        }
        String command = now.getProperty("sun.java.command", name);
        return new TopTarget(pid, title(command, pid), Path.of(repository), from);
      } finally {
        program.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new UserError(
          "cannot attach to "
              + pid
              + ": "
              + e.getMessage()
              + "; is it a Java program, of the same user?");
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new UserError(
          "process "
              + pid
              + " takes no agent while it runs ("
              + e.getMessage()
              + "); start it with -XX:+EnableDynamicAgentLoading, or with the agent");
    }
  }

  private static String title(String command, long pid) {
    String main = command.split(" ")[0];
    int slash = main.lastIndexOf('/');
    int dot = main.endsWith(".jar") ? -1 : main.lastIndexOf('.');
    return main.substring(Math.max(slash, dot) + 1) + " (" + pid + ")";
  }

  private static void refuseOld(long pid, Properties properties) {
    String version = properties.getProperty("java.specification.version", "?");
    if (!version.matches("2[1-9]|[3-9]\\d")) {
      throw new UserError(
          "process " + pid + " runs on Java " + version + ", which has no virtual threads");
    }
  }

  /** The program would take our process id for that of another process there. */
  private static void refuseOtherNamespace(long pid) {
    try {
      Path theirs = Path.of("/proc", Long.toString(pid), "ns", "pid");
      Path ours = Path.of("/proc/self/ns/pid");
      if (Files.exists(ours)
          && !Files.readSymbolicLink(theirs).equals(Files.readSymbolicLink(ours))) {
        throw new UserError(
            "process "
                + pid
                + " is in a container; run trama top in it, with docker exec or the like");
      }
    } catch (IOException hidden) {
      // Another user's: attaching says so.
    }
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}

package dev.trama.analyzer.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Java programs of this user, and how many virtual threads each has. */
final class TopListing {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private TopListing() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%8s  %7s  %-6s %-6s  %s", "pid", "virtual", "java", "agent", "program"));
    String self = Long.toString(ProcessHandle.current().pid());
    for (VirtualMachineDescriptor jvm : VirtualMachine.list()) {
      if (!jvm.id().equals(self)) {
        lines.add(line(jvm));
      }
    }
    if (lines.size() == 1) {
      throw new UserError("no Java program of yours is running");
    }
    lines.add("");
    lines.add("trama top PID looks at one of them.");
    return lines;
  }

  private static String line(VirtualMachineDescriptor jvm) {
    String version = "?";
    String agent = "";
    String count = "?";
    try {
      Properties properties = new TargetJvm(Long.parseLong(jvm.id()), PATIENCE).properties();
      version = properties.getProperty("java.specification.version", "?");
      agent = TargetJvm.hasAgent(properties) ? "yes" : "";
      count = count(jvm.id());
    } catch (UserError | IOException unreachable) {
      version = "-";
    }
    String name = jvm.displayName().isEmpty() ? "(unknown)" : jvm.displayName();
    return String.format(
        Locale.ROOT,
        "%8s  %7s  %-6s %-6s  %s",
        jvm.id(),
        count,
        version,
        agent,
        name.split(" ")[0]);
  }

  /** Counted in a thread dump, which shows all virtual threads by default from JDK 21 on. */
  private static String count(String pid) throws IOException {
    Path dump = Files.createTempDirectory("trama-top").resolve("threads.txt");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(
                  jcmd.toString(), pid, "Thread.dump_to_file", "-overwrite", dump.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "?";
      }
      if (!Files.exists(dump)) {
        return "-";
      }
      try (Stream<String> lines = Files.lines(dump)) {
        return Long.toString(lines.filter(it -> it.matches("#\\d+ \".*\" virtual.*")).count());
      }
    } catch (InterruptedException impossible) {
      return "?";
    } finally {
      Files.deleteIfExists(dump);
      Files.deleteIfExists(dump.getParent());
    }
  }
}

package dev.trama.analyzer.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trama dump}. */
@Command(
    name = "dump",
    description = "Have the agent in a running program write what it has recorded so far.",
    footer = {
      "",
      "Prints the new file's path, as the program sees it: beside the file that the agent writes",
      "at the end. Example: trama dump 4711 --reason \"slow since 14:05\""
    })
final class Dump implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "PID", description = "Process id of the program, as shown by jps.")
  long pid;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Text that goes into the recording, and to the top of its reports.")
  String reason = "trama dump";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for the program; 30 if not given.")
  int timeoutSeconds = 30;

  @Override
  public Integer call() {
    if (timeoutSeconds < 1) {
      throw new UserError("--timeout takes a number of seconds, 1 or more");
    }
    var target = new TargetJvm(pid, Duration.ofSeconds(timeoutSeconds));
    String said = reason.isBlank() ? "trama dump" : reason.strip().replaceAll("\\R", " ");
    spec.commandLine().getOut().println(target.ask(Home.find().agentJar(), "dump", said));
    spec.commandLine().getOut().flush();
    return 0;
  }
}

package dev.trama.analyzer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code trama run}. */
@Command(
    name = "run",
    description = "Run a Java command under the agent, and record it.",
    footer = {
      "",
      "Exits with the status of the command. Example:",
      "trama run --out app.jfr -- java -jar app.jar"
    })
final class Run implements Callable<Integer> {
  @Mixin AgentOptions options;

  @Parameters(
      paramLabel = "-- java ARGUMENT",
      arity = "1..*",
      description = "The command, as it would be typed without Trama.")
  List<String> command;

  @Override
  public Integer call() {
    Path agent = Home.find().agentJar();
    JavaCommand java = JavaCommand.named(command.getFirst());
    List<String> rest = command.subList(1, command.size());
    Process child =
        TracedJvm.start(TracedJvm.command(java.executable(), agent, options.text(), rest));
    int status = TracedJvm.waitFor(child);
    tellWhereItIs(options.recordingOf(child.pid()));
    return status;
  }

  /** Prints nothing when the agent's options sent the recording elsewhere. */
  private static void tellWhereItIs(Path recording) {
    if (Files.exists(recording)) {
      System.err.println("trama: recorded to " + recording + "; try trama summary " + recording);
    }
  }
}

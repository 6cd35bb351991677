package dev.trama.analyzer.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trama attach}. */
@Command(
    name = "attach",
    description = "Start tracing a running Java program, or stop tracing it.",
    footer = {
      "",
      "The recording is written by --stop, or when the program ends. Example:",
      "trama attach 4711 --out app.jfr, and later trama attach 4711 --stop"
    })
final class Attach implements Callable<Integer> {
  /** A busy program with a large recording takes its time to write it. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Parameters(paramLabel = "PID", description = "Process id of the program, as shown by jps.")
  long pid;

  @Option(names = "--stop", description = "Stop tracing and write the recording.")
  boolean stop;

  @Mixin AgentOptions agent;

  @Override
  public Integer call() {
    Path recording = agent.recordingOf(pid).toAbsolutePath();
    new TargetJvm(pid, PATIENCE)
        .load(Home.find().agentJar(), stop ? "stop" : agent.textWithFile(recording));
    System.err.println(
        stop
            ? "trama: stopped tracing " + pid
            : "trama: tracing "
                + pid
                + " to "
                + recording
                + "; if there is no such file, the program's own output says why");
    return 0;
  }
}

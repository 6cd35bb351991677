package dev.trama.analyzer.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trama attach}. */
@Command(
    name = "attach",
    description = "Begin to trace a Java program that is running, or stop it again.",
    footer = {
      "",
      "The recording is written by --stop, or when the program ends. Example:",
      "trama attach 4711 --out app.jfr, and later trama attach 4711 --stop"
    })
final class Attach implements Callable<Integer> {
  @Parameters(paramLabel = "PID", description = "Process id of the program, as jps tells it.")
  long pid;

  @Option(names = "--stop", description = "Stop tracing and write the recording.")
  boolean stop;

  @Mixin AgentOptions agent;

  @Override
  public Integer call() {
    Path recording = agent.recordingOf(pid).toAbsolutePath();
    load(Home.find().agentJar(), stop ? "stop" : agent.textWithFile(recording));
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

  private void load(Path jar, String options) {
    try {
      VirtualMachine program = VirtualMachine.attach(Long.toString(pid));
      try {
        program.loadAgent(jar.toString(), options);
      } finally {
        program.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new UserError("cannot attach to " + pid + ": " + e.getMessage());
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new UserError(
          "process " + pid + " does not load the agent: " + e.getMessage() + "; is it JDK 21+?");
    }
  }
}

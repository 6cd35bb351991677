package dev.trama.analyzer.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JVM that runs, told and asked things by attaching to it. One that is suspended, or too busy,
 * never answers: then this gives up.
 */
record TargetJvm(long pid, Duration patience) {
  /** As the agent calls them, see its {@code RecordingRequest}. */
  private static final String AGENT_PRESENT = "dev.trama.agent";

  private static final String ANSWER = "dev.trama.answer";

  /** Done while attached. */
  private interface Step<T> {
    T of(VirtualMachine jvm) throws IOException, AgentLoadException, AgentInitializationException;
  }

  /** Loads the agent, with these options. */
  void load(Path agentJar, String options) {
    attached(
        jvm -> {
          jvm.loadAgent(agentJar.toString(), options);
          return options;
        });
  }

  /** What the agent that is there already answers; if there is none, none is loaded. */
  String ask(Path agentJar, String request) {
    return attached(
        jvm -> {
          if (jvm.getSystemProperties().getProperty(AGENT_PRESENT) == null) {
            throw new UserError(
                "there is no agent in process " + pid + "; trama attach " + pid + " loads it");
          }
          jvm.loadAgent(agentJar.toString(), request);
          return answer(jvm.getSystemProperties());
        });
  }

  private String answer(Properties properties) {
    String answer = properties.getProperty(ANSWER, "");
    if (answer.startsWith("ok ")) {
      return answer.substring("ok ".length());
    }
    throw new UserError(
        "process "
            + pid
            + ": "
            + (answer.startsWith("no ") ? answer.substring("no ".length()) : "no answer"));
  }

  private <T> T attached(Step<T> step) {
    var task = new FutureTask<T>(() -> attach(step));
    Thread.ofPlatform().daemon().name("attach").start(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new UserError(
          "process "
              + pid
              + " does not answer within "
              + patience.toSeconds()
              + " s; is it stopped?");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while attached to " + pid);
    }
  }

  private <T> T attach(Step<T> step)
      throws IOException,
          AttachNotSupportedException,
          AgentLoadException,
          AgentInitializationException {
    VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
    try {
      return step.of(jvm);
    } finally {
      jvm.detach();
    }
  }

  private UserError failure(Throwable cause) {
    return switch (cause) {
      case UserError told -> told;
      case AgentLoadException e ->
          new UserError("process " + pid + " does not load the agent: " + e.getMessage());
      case AgentInitializationException e ->
          new UserError(
              "process "
                  + pid
                  + " does not load the agent: "
                  + e.getMessage()
                  + "; is it JDK 21+?");
      default -> new UserError("cannot attach to " + pid + ": " + cause.getMessage());
    };
  }
}

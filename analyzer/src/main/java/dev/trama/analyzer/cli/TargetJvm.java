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
 * A running JVM, which is asked by attaching to it. If it is suspended or too busy it never
 * answers, and this gives up. The JDK itself gives up after some 10 s, but not with a JVM that was
 * attached to before.
 */
record TargetJvm(long pid, Duration patience) {
  private static final String SELF = Long.toString(ProcessHandle.current().pid());

  /** The agent's names for them: see its {@code Installation} and {@code Request}. */
  private static final String AGENT_PRESENT = "dev.trama.agent";

  private static final String ANSWER = "dev.trama.answer." + SELF;

  /** A step that is done while attached. */
  private interface Step<T> {
    T of(VirtualMachine jvm) throws IOException, AgentLoadException, AgentInitializationException;
  }

  Properties properties() {
    return attached(VirtualMachine::getSystemProperties);
  }

  static boolean hasAgent(Properties properties) {
    return properties.getProperty(AGENT_PRESENT) != null;
  }

  /** Loads the agent, with these options. */
  void load(Path agentJar, String options) {
    attached(
        jvm -> {
          load(jvm, agentJar, options);
          return options;
        });
  }

  /** The answer of the agent that is already there; if there is none, none is loaded. */
  String ask(Path agentJar, String word, String more) {
    return attached(
        jvm -> {
          if (!hasAgent(jvm.getSystemProperties())) {
            throw new UserError(
                "there is no agent in process " + pid + "; trama attach " + pid + " loads it");
          }
          load(jvm, agentJar, word + " " + SELF + " " + more);
          return answer(jvm.getSystemProperties());
        });
  }

  /** The answer of the agent, which is loaded if there is none. */
  String askAnyway(Path agentJar, String word) {
    return attached(
        jvm -> {
          load(jvm, agentJar, word + " " + SELF);
          return answer(jvm.getSystemProperties());
        });
  }

  private void load(VirtualMachine jvm, Path agentJar, String arguments)
      throws IOException, AgentLoadException, AgentInitializationException {
    String version = jvm.getSystemProperties().getProperty("java.specification.version", "?");
    if (!version.matches("2[1-9]|[3-9]\\d")) {
      throw new UserError(
          "process " + pid + " runs on Java " + version + ", which has no virtual threads");
    }
    jvm.loadAgent(agentJar.toString(), arguments);
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
            + (answer.startsWith("no ")
                ? answer.substring("no ".length())
                : "its agent cannot do this; its output says why"));
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
    if (cause instanceof UserError told) {
      return told;
    }
    String message = String.valueOf(cause.getMessage());
    String process = "process " + pid;
    if (message.contains("EnableDynamicAgentLoading")) {
      return new UserError(
          process
              + " accepts no agent while it runs; start it with -XX:+EnableDynamicAgentLoading, or"
              + " with the agent");
    }
    if (message.contains("does not support the attach mechanism")) {
      return new UserError(
          process
              + " does not allow attaching; start it without -XX:+DisableAttachMechanism, or with"
              + " the agent");
    }
    if (message.contains("doesn't respond")) {
      return new UserError(process + " does not answer; is it suspended?");
    }
    return new UserError(
        cause instanceof AgentLoadException || cause instanceof AgentInitializationException
            ? process + " does not load the agent: " + message
            : "cannot attach to "
                + pid
                + ": "
                + message
                + "; is it a Java program, of the same user?");
  }
}

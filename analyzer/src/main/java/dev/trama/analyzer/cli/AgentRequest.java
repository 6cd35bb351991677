package dev.trama.analyzer.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something asked of the agent in another JVM, which is loaded there if it is not yet. */
record AgentRequest(long pid) {
  /** The JDK gives up after 10 s by itself, but not with a JVM that was attached to before. */
  private static final int PATIENCE_SECONDS = 15;

  /**
   * Asks.
   *
   * @return the JVM's system properties afterwards
   */
  Properties load(Path jar, String arguments) {
    var answer = new CompletableFuture<Properties>();
    Thread asking =
        new Thread(
            () -> {
              try {
                answer.complete(attach(jar, arguments));
              } catch (RuntimeException | Error refusal) {
                answer.completeExceptionally(refusal);
              }
            },
            "attach");
    asking.setDaemon(true);
    asking.start();
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException silent) {
      throw silent();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UserError refusal) {
        throw refusal;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(nobodyDoes);
    }
  }

  private Properties attach(Path jar, String arguments) {
    try {
      VirtualMachine program = VirtualMachine.attach(Long.toString(pid));
      try {
        refuseOld(program.getSystemProperties());
        program.loadAgent(jar.toString(), arguments);
        return program.getSystemProperties();
      } finally {
        program.detach();
      }
    } catch (AttachNotSupportedException | IOException refused) {
      throw explained(String.valueOf(refused.getMessage()));
    } catch (AgentLoadException | AgentInitializationException refused) {
      throw new UserError(
          "process "
              + pid
              + " takes no agent while it runs; start it with -XX:+EnableDynamicAgentLoading, or"
              + " with the agent");
    }
  }

  private UserError explained(String message) {
    if (message.contains("does not support the attach mechanism")) {
      return new UserError(
          "process "
              + pid
              + " lets nobody attach; start it without -XX:+DisableAttachMechanism, or with the"
              + " agent");
    }
    if (message.contains("doesn't respond")) {
      return silent();
    }
    return new UserError(
        "cannot attach to " + pid + ": " + message + "; is it a Java program, of the same user?");
  }

  private UserError silent() {
    return new UserError("process " + pid + " does not answer; is it suspended?");
  }

  private void refuseOld(Properties properties) {
    String version = properties.getProperty("java.specification.version", "?");
    if (!version.matches("2[1-9]|[3-9]\\d")) {
      throw new UserError(
          "process " + pid + " runs on Java " + version + ", which has no virtual threads");
    }
  }
}

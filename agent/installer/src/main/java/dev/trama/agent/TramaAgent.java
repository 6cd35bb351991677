package dev.trama.agent;

import java.lang.instrument.Instrumentation;

/**
 * Where the JVM enters the agent. Whatever goes wrong is one line on standard error, and the
 * application runs on as if there were no agent.
 */
public final class TramaAgent {
  private TramaAgent() {}

  /** Called before the application's {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    enter(arguments, instrumentation);
  }

  /**
   * Called when the agent is loaded into a running JVM. The argument {@code stop} ends tracing;
   * {@link Request} handles what other processes ask.
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    if ("stop".equals(arguments)) {
      guarded(Installation::stop);
    } else if (Request.isOne(arguments)) {
      guarded(() -> Request.answer(arguments, instrumentation));
    } else {
      enter(arguments, instrumentation);
    }
  }

  /**
   * For applications: writes what the recording holds, which is mainly the time before, to a file
   * beside it. Returns at once and never throws; a thread of the agent writes the file.
   *
   * @param reason is in the file, at the top of its reports
   * @return whether there will be a file: not without an agent or without its recording, nor within
   *     {@code dumpevery=} of the last file
   */
  public static boolean dump(String reason) {
    return Installation.dump(reason);
  }

  private static void enter(String arguments, Instrumentation instrumentation) {
    guarded(() -> Installation.start(Options.parse(arguments), instrumentation));
  }

  private static void guarded(Step step) {
    try {
      step.run();
    } catch (CannotTraceException reason) {
      say(reason.getMessage());
    } catch (Throwable failure) {
      say("the agent failed (" + failure + "); the application runs on untraced");
    }
  }

  static void say(String line) {
    System.err.println("trama: " + line);
  }

  private interface Step {
    void run() throws Exception;
  }
}

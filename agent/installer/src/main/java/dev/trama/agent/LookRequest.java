package dev.trama.agent;

import java.lang.instrument.Instrumentation;

/**
 * What a live view in another process asks for by attaching: {@code look=PID}, to be shown what
 * happens for as long as that process lives. The answer is a system property that the asking
 * process reads.
 */
final class LookRequest {
  private static final String LOOK = "look=";

  /** Followed by the id of the process: empty while it is shown what happens, or why it is not. */
  private static final String ANSWER = "dev.trama.look.";

  private LookRequest() {}

  static boolean isOne(String arguments) {
    return arguments != null && arguments.startsWith(LOOK);
  }

  static void answer(String arguments, Instrumentation instrumentation) {
    long process = Long.parseLong(arguments.substring(LOOK.length()));
    try {
      Installation.look(process, instrumentation);
      System.setProperty(ANSWER + process, "");
    } catch (CannotTraceException reason) {
      System.setProperty(ANSWER + process, String.valueOf(reason.getMessage()));
    } catch (Exception failure) {
      System.setProperty(ANSWER + process, "the agent failed: " + failure);
    }
  }

  static void ended(long process) {
    System.clearProperty(ANSWER + process);
  }
}

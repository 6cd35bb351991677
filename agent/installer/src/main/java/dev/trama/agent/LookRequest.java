package dev.trama.agent;

import dev.trama.probe.ChosenTask;
import java.lang.instrument.Instrumentation;

/**
 * What a live view in another process asks for by attaching: {@code look=PID} to be shown what
 * happens for as long as that process lives, {@code task=PID:ID} to be shown one task as well, or
 * none if the id is 0. The answer is a system property that the asking process reads.
 */
final class LookRequest {
  private static final String LOOK = "look=";
  private static final String TASK = "task=";

  /** Followed by the id of the process: empty while it is shown what happens, or why it is not. */
  private static final String ANSWER = "dev.trama.look.";

  private LookRequest() {}

  static boolean isOne(String arguments) {
    return arguments != null && (arguments.startsWith(LOOK) || arguments.startsWith(TASK));
  }

  static void answer(String arguments, Instrumentation instrumentation) {
    if (arguments.startsWith(TASK)) {
      String[] ids = arguments.substring(TASK.length()).split(":");
      ChosenTask.choose(Long.parseLong(ids[0]), Long.parseLong(ids[1]));
      return;
    }
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
    ChosenTask.choose(process, 0);
  }
}

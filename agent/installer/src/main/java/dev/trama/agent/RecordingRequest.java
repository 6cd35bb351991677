package dev.trama.agent;

import java.io.IOException;
import java.time.Duration;
import jdk.jfr.FlightRecorder;

/**
 * What another process asks of an agent that is here already, as the argument of {@code agentmain}.
 * The answer is a system property, which the process that asks reads by attaching: it may be
 * another user's, and see other files.
 */
final class RecordingRequest {
  private static final String ANSWER = "dev.trama.answer";
  private static final String DUMP = "dump ";
  private static final String ROTATE = "rotate";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private RecordingRequest() {}

  static boolean isOne(String arguments) {
    return arguments != null && (arguments.startsWith(DUMP) || arguments.equals(ROTATE));
  }

  static void answer(String request) {
    try {
      String answer =
          request.equals(ROTATE)
              ? rotate()
              : Installation.dumpNow(request.substring(DUMP.length()), PATIENCE).toString();
      System.setProperty(ANSWER, "ok " + answer);
    } catch (IOException | CannotTraceException | IllegalStateException refused) {
      System.setProperty(ANSWER, "no " + refused.getMessage());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has JFR finish the chunk it writes, so that others can read it. */
  private static String rotate() {
    FlightRecorder.getFlightRecorder().takeSnapshot().close();
    return System.getProperty("jdk.jfr.repository", "");
  }
}

package dev.trama.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.FlightRecorder;

/**
 * What another process asks of the agent by attaching: a word, its process id, and an argument. The
 * answer is a system property with that id in its name, which the process reads by attaching,
 * because it may belong to another user and see other files.
 */
final class Request {
  private static final Pattern FORM =
      Pattern.compile("(dump|rotate|look) (\\d+)(?: (.*))?", Pattern.DOTALL);

  private static final String ANSWER = "dev.trama.answer.";

  /** Older answers have long been read. */
  private static final int ANSWERS_KEPT = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Deque<String> answered = new ArrayDeque<>();

  private Request() {}

  static boolean isOne(String arguments) {
    return arguments != null && FORM.matcher(arguments).matches();
  }

  static void answer(String arguments, Instrumentation instrumentation) {
    Matcher request = FORM.matcher(arguments);
    if (!request.matches()) {
      throw new IllegalArgumentException(arguments);
    }
    String process = request.group(2);
    try {
      String told =
          switch (request.group(1)) {
            case "dump" -> Installation.dumpNow(request.group(3), PATIENCE).toString();
            case "look" -> look(Long.parseLong(process), instrumentation);
            default -> rotate();
          };
      answer(process, "ok " + told);
    } catch (IOException | CannotTraceException | IllegalStateException refused) {
      answer(process, "no " + refused.getMessage());
    } catch (Throwable failure) {
      answer(process, "no the agent failed: " + failure);
    }
  }

  private static synchronized void answer(String process, String text) {
    String property = ANSWER + process;
    answered.remove(property);
    answered.add(property);
    if (answered.size() > ANSWERS_KEPT) {
      System.clearProperty(answered.remove());
    }
    System.setProperty(property, text);
  }

  /** Shows the process what happens, as long as it lives. */
  private static String look(long process, Instrumentation instrumentation) throws Exception {
    Installation.look(process, instrumentation);
    return repository();
  }

  /** Has JFR finish its current chunk, so that others can read it. */
  private static String rotate() {
    FlightRecorder.getFlightRecorder().takeSnapshot().close();
    return repository();
  }

  private static String repository() {
    return System.getProperty("jdk.jfr.repository", "");
  }
}

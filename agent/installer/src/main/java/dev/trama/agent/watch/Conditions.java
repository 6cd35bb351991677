package dev.trama.agent.watch;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads conditions as users write them. */
public final class Conditions {
  /** The valid conditions, for messages. */
  public static final String VALID =
      "ready.p50, ready.p90, ready.p99, ready.p999 or ready.max, and stuck, stuck(KIND) or pinned,"
          + " each followed by >TIME such as >20ms; ready, awaiting or awaiting(KIND), followed by"
          + " >NUMBER; finding=wait-cycle; after ready and awaiting, /WINDOW such as /30s";

  private static final Pattern COMPARISON =
      Pattern.compile("([a-z0-9.]+)(?:\\(([^()]*)\\))?>(\\d{1,9})([a-z]*)(?:/(\\d{1,4})([sm]))?");

  private static final Map<String, Long> TIME_UNITS =
      Map.of("us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L);

  private static final Map<String, Double> QUANTILES =
      Map.of(
          "ready.p50", 0.5,
          "ready.p90", 0.9,
          "ready.p99", 0.99,
          "ready.p999", 0.999,
          "ready.max", 1.0);

  private static final int USUAL_WINDOW_SECONDS = 10;
  private static final int MAX_WINDOW_SECONDS = 600;

  private Conditions() {}

  /**
   * Reads one condition.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Condition parse(String text) {
    String spaceless = text.strip().replaceAll("\\s*([>/=()])\\s*", "$1");
    if (spaceless.equals("finding=wait-cycle")) {
      return new Condition.WaitCycle(spaceless);
    }
    Matcher matcher = COMPARISON.matcher(spaceless);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("valid is " + VALID);
    }
    String measure = matcher.group(1);
    String kind = matcher.group(2) == null ? "" : known(matcher.group(2).strip());
    int window = window(matcher.group(5), matcher.group(6));
    if (QUANTILES.containsKey(measure) && kind.isEmpty()) {
      int seconds = window == 0 ? USUAL_WINDOW_SECONDS : window;
      return new Condition.ReadyTime(spaceless, QUANTILES.get(measure), time(matcher), seconds);
    }
    boolean windowed = window != 0;
    return switch (measure) {
      case "ready" ->
          new Condition.ReadyTasks(withoutKind(spaceless, kind), count(matcher), window);
      case "awaiting" -> new Condition.AwaitingTasks(spaceless, kind, count(matcher), window);
      case "stuck" -> new Condition.Stuck(withoutWindow(spaceless, windowed), kind, time(matcher));
      case "pinned" ->
          new Condition.Pinned(
              withoutKind(withoutWindow(spaceless, windowed), kind), time(matcher));
      default -> throw new IllegalArgumentException("valid is " + VALID);
    };
  }

  private static String known(String kind) {
    Set<String> kinds = AwaitKinds.standard().names();
    if (!kinds.contains(kind)) {
      throw new IllegalArgumentException(
          "there is no kind '" + kind + "'; there are " + String.join(", ", kinds));
    }
    return kind;
  }

  private static String withoutKind(String text, String kind) {
    if (!kind.isEmpty()) {
      throw new IllegalArgumentException("only awaiting and stuck take a kind of await");
    }
    return text;
  }

  private static String withoutWindow(String text, boolean windowed) {
    if (windowed) {
      throw new IllegalArgumentException("only ready and awaiting take a window");
    }
    return text;
  }

  private static long time(Matcher matcher) {
    Long unit = TIME_UNITS.get(matcher.group(4));
    if (unit == null) {
      throw new IllegalArgumentException("the time needs a unit: us, ms, s or m");
    }
    return Long.parseLong(matcher.group(3)) * unit;
  }

  private static long count(Matcher matcher) {
    if (!matcher.group(4).isEmpty()) {
      throw new IllegalArgumentException("a number of tasks has no unit");
    }
    return Long.parseLong(matcher.group(3));
  }

  private static int window(String number, String unit) {
    if (number == null) {
      return 0;
    }
    int seconds = Integer.parseInt(number) * (unit.equals("m") ? 60 : 1);
    if (seconds < 1 || seconds > MAX_WINDOW_SECONDS) {
      throw new IllegalArgumentException("a window is 1s to 10m");
    }
    return seconds;
  }
}

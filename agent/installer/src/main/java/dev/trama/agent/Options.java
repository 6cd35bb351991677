package dev.trama.agent;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agent's options, {@code key=value} separated by commas.
 *
 * @param file where the recording is written when the application ends
 * @param stacks how awaits name their stacks
 * @param budgetPercent the share of processor time that walking stacks may cost
 * @param maxAge how much of the past a ring recording keeps
 * @param maxSizeBytes how many bytes a ring recording keeps
 * @param ownRecording whether the agent starts a recording; without, it only provides the events
 * @param live how often a live summary is printed
 */
record Options(
    Path file,
    Stacks stacks,
    double budgetPercent,
    Optional<Duration> maxAge,
    OptionalLong maxSizeBytes,
    boolean ownRecording,
    Optional<Duration> live) {

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})([a-zA-Z]*)");

  private static final Map<String, Duration> AGE_UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private static final Map<String, Long> SIZE_UNITS =
      Map.of("", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

  private static final Map<String, String> VALID = new TreeMap<>();

  static {
    VALID.put("file", "a path");
    VALID.put("stacks", "all, none or jfr");
    VALID.put("budget", "a percentage above 0 and at most 100");
    VALID.put("maxage", "a number with s, m, h or d");
    VALID.put("maxsize", "a number of bytes, with k, m or g");
    VALID.put("recording", "own or none");
    VALID.put("live", "a number of seconds, 1 or more");
  }

  /** Which awaits have their stack taken. */
  enum Stacks {
    ALL,
    NONE,
    /** JFR's own stack with each event, for readers that know no {@code trama.Stack}. */
    JFR
  }

  /**
   * Reads the options.
   *
   * @param arguments what follows {@code =} on the command line; null or empty means all defaults
   * @throws CannotTraceException naming the unknown key or bad value and the valid ones
   */
  static Options parse(String arguments) throws CannotTraceException {
    Map<String, String> given = split(arguments == null ? "" : arguments);
    return new Options(
        file(given.getOrDefault("file", "trama-" + ProcessHandle.current().pid() + ".jfr")),
        stacks(given.getOrDefault("stacks", "all")),
        percent(given.getOrDefault("budget", "2")),
        given.containsKey("maxage")
            ? Optional.of(age(given.get("maxage")))
            : Optional.<Duration>empty(),
        given.containsKey("maxsize")
            ? OptionalLong.of(size(given.get("maxsize")))
            : OptionalLong.empty(),
        recording(given.getOrDefault("recording", "own")),
        given.containsKey("live")
            ? Optional.of(seconds(given.get("live")))
            : Optional.<Duration>empty());
  }

  private static Map<String, String> split(String arguments) throws CannotTraceException {
    Map<String, String> given = new LinkedHashMap<>();
    for (String option : arguments.isBlank() ? new String[0] : arguments.split(",", -1)) {
      int equals = option.indexOf('=');
      String key = (equals < 0 ? option : option.substring(0, equals)).strip();
      if (!VALID.containsKey(key)) {
        throw untraced(
            "unknown option '" + key + "'; valid are " + String.join(", ", VALID.keySet()));
      }
      given.put(key, equals < 0 ? "" : option.substring(equals + 1).strip());
    }
    return given;
  }

  private static Path file(String value) throws CannotTraceException {
    try {
      if (!value.isEmpty()) {
        return Path.of(value).toAbsolutePath();
      }
    } catch (InvalidPathException notAPath) {
      throw bad("file", value, notAPath);
    }
    throw bad("file", value, null);
  }

  private static Stacks stacks(String value) throws CannotTraceException {
    return switch (value) {
      case "all" -> Stacks.ALL;
      case "none" -> Stacks.NONE;
      case "jfr" -> Stacks.JFR;
      default -> throw bad("stacks", value, null);
    };
  }

  private static double percent(String value) throws CannotTraceException {
    try {
      double percent = Double.parseDouble(value);
      if (percent > 0 && percent <= 100) {
        return percent;
      }
    } catch (NumberFormatException notANumber) {
      throw bad("budget", value, notANumber);
    }
    throw bad("budget", value, null);
  }

  private static boolean recording(String value) throws CannotTraceException {
    return switch (value) {
      case "own" -> true;
      case "none" -> false;
      default -> throw bad("recording", value, null);
    };
  }

  private static Duration age(String value) throws CannotTraceException {
    Matcher amount = AMOUNT.matcher(value);
    if (amount.matches() && AGE_UNITS.containsKey(amount.group(2))) {
      return AGE_UNITS.get(amount.group(2)).multipliedBy(Long.parseLong(amount.group(1)));
    }
    throw bad("maxage", value, null);
  }

  private static long size(String value) throws CannotTraceException {
    Matcher amount = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
    if (amount.matches() && SIZE_UNITS.containsKey(amount.group(2))) {
      return SIZE_UNITS.get(amount.group(2)) * Long.parseLong(amount.group(1));
    }
    throw bad("maxsize", value, null);
  }

  private static Duration seconds(String value) throws CannotTraceException {
    if (value.matches("[1-9]\\d{0,5}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    throw bad("live", value, null);
  }

  private static CannotTraceException bad(String key, String value, Throwable cause) {
    return new CannotTraceException(
        complaint("bad value '" + value + "' for " + key + "; valid is " + VALID.get(key)), cause);
  }

  private static CannotTraceException untraced(String complaint) {
    return new CannotTraceException(complaint(complaint));
  }

  private static String complaint(String what) {
    return what + "; the application runs untraced";
  }

  /** The options as they could have been given. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",");
    text.add("file=" + file);
    text.add("stacks=" + stacks.name().toLowerCase(Locale.ROOT));
    text.add("budget=" + budgetPercent);
    maxAge.ifPresent(age -> text.add("maxage=" + age.toSeconds() + "s"));
    maxSizeBytes.ifPresent(size -> text.add("maxsize=" + size));
    text.add("recording=" + (ownRecording ? "own" : "none"));
    live.ifPresent(interval -> text.add("live=" + interval.toSeconds()));
    return text.toString();
  }
}

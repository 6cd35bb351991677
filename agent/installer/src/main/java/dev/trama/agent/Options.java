package dev.trama.agent;

import dev.trama.agent.watch.Condition;
import dev.trama.agent.watch.Conditions;
import dev.trama.agent.watch.DumpOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param dumps when the recording is written to files while the application runs
 */
record Options(
    Path file,
    Stacks stacks,
    double budgetPercent,
    Optional<Duration> maxAge,
    OptionalLong maxSizeBytes,
    boolean ownRecording,
    Optional<Duration> live,
    DumpOptions dumps) {

  /** The age of a ring for {@code dumpon}, unless a size or an age is given. */
  private static final String DUMP_AGE = "5m";

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
    VALID.put("dumpon", Conditions.VALID);
    VALID.put("dumpevery", "a number with s, m, h or d");
    VALID.put("dumpkeep", "a number of files, 1 or more");
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
   * @param arguments the text after {@code =} on the command line; null or empty means all defaults
   * @throws CannotTraceException naming the unknown key or bad value and the valid ones
   */
  static Options parse(String arguments) throws CannotTraceException {
    Map<String, String> given = split(arguments == null ? "" : arguments);
    boolean ownRecording = recording(given.getOrDefault("recording", "own"));
    DumpOptions dumps = dumps(given, ownRecording);
    if (!dumps.conditions().isEmpty() && !given.containsKey("maxsize")) {
      given.putIfAbsent("maxage", DUMP_AGE);
    }
    return new Options(
        file(given.getOrDefault("file", "trama-" + ProcessHandle.current().pid() + ".jfr")),
        stacks(given.getOrDefault("stacks", "all")),
        percent(given.getOrDefault("budget", "2")),
        given.containsKey("maxage")
            ? Optional.of(age("maxage", given.get("maxage")))
            : Optional.<Duration>empty(),
        given.containsKey("maxsize")
            ? OptionalLong.of(size(given.get("maxsize")))
            : OptionalLong.empty(),
        ownRecording,
        given.containsKey("live")
            ? Optional.of(seconds(given.get("live")))
            : Optional.<Duration>empty(),
        dumps);
  }

  private static DumpOptions dumps(Map<String, String> given, boolean ownRecording)
      throws CannotTraceException {
    List<Condition> conditions = new ArrayList<>();
    for (String text : given.getOrDefault("dumpon", "").lines().toList()) {
      try {
        conditions.add(Conditions.parse(text));
      } catch (IllegalArgumentException wrong) {
        throw new CannotTraceException(
            complaint("bad value '" + text + "' for dumpon; " + wrong.getMessage()), wrong);
      }
    }
    if (given.containsKey("dumpon") && conditions.isEmpty()) {
      throw bad("dumpon", "", null);
    }
    if (!conditions.isEmpty() && !ownRecording) {
      throw untraced("dumpon needs the agent's own recording; leave out recording=none");
    }
    String keep = given.getOrDefault("dumpkeep", "10");
    if (!keep.matches("[1-9]\\d{0,4}")) {
      throw bad("dumpkeep", keep, null);
    }
    return new DumpOptions(
        conditions,
        age("dumpevery", given.getOrDefault("dumpevery", "1m")),
        Integer.parseInt(keep));
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
      String value = equals < 0 ? "" : option.substring(equals + 1).strip();
      // The only option that may be given several times.
      given.merge(key, value, (one, other) -> key.equals("dumpon") ? one + "\n" + other : other);
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

  private static Duration age(String key, String value) throws CannotTraceException {
    Matcher amount = AMOUNT.matcher(value);
    if (amount.matches() && AGE_UNITS.containsKey(amount.group(2))) {
      return AGE_UNITS.get(amount.group(2)).multipliedBy(Long.parseLong(amount.group(1)));
    }
    throw bad(key, value, null);
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

  /** The options as a user could have given them. */
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
    dumps.conditions().forEach(condition -> text.add("dumpon=" + condition.text()));
    if (!dumps.conditions().isEmpty()) {
      text.add("dumpevery=" + dumps.every().toSeconds() + "s");
      text.add("dumpkeep=" + dumps.keep());
    }
    return text.toString();
  }
}

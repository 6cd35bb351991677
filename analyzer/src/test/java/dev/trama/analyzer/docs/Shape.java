package dev.trama.analyzer.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must be equal in a documented line of output and in today's: the tree, the methods, the
 * kinds of await, the source lines, how often a task slept; and no time, thread number or waker,
 * which differ from run to run.
 */
final class Shape {
  private static final String TIME = "\\d+(?:\\.\\d+)? (?:ns|us|ms|s|min|h)\\b";

  /** {@code ├─ await sleep 5 ms ×48 274 ms p50 5.31 ms Workshop.java:52 timer}. */
  private static final Pattern AWAIT =
      Pattern.compile(
          "(?<tree>[│├└─ ]*)await (?<rest>.*?) {2,}(?<numbers>.*?)(?<at>\\w+\\.java:\\d+).*");

  private static final Pattern COUNT = Pattern.compile("×\\d+");
  private static final Pattern SUMS = Pattern.compile("^(together |a task p50|" + TIME + " = ).*");
  private static final Pattern WAKER = Pattern.compile("^ +(woken by|timer|not ended).*");

  private Shape() {}

  static List<String> of(Stream<String> lines) {
    return lines
        .filter(line -> !line.isBlank() && !line.startsWith("…"))
        .filter(line -> !SUMS.matcher(line).matches() && !WAKER.matcher(line).matches())
        .map(Shape::ofLine)
        .map(line -> line.replaceAll("[│├└─]", " ").replaceAll(" +", " ").strip())
        .toList();
  }

  private static String ofLine(String line) {
    Matcher await = AWAIT.matcher(line);
    if (!await.matches()) {
      return withoutNumbers(line);
    }
    boolean counted = await.group("rest").matches("(sleep|yield).*");
    Matcher count = COUNT.matcher(await.group("numbers"));
    return "await "
        + await.group("rest").replaceAll(TIME + "(\\.\\." + TIME + ")?", "<time>")
        + (counted && count.find() ? " " + count.group() : "")
        + " at "
        + await.group("at");
  }

  private static String withoutNumbers(String line) {
    return line.replaceAll("meanwhile carrier-.*", "meanwhile")
        .replaceAll("(carrier-|#|--task )\\d+", "$1n")
        .replaceAll("(after \\w+-)\\d+ woke it", "$1n woke it")
        .replaceAll("(?<![\\w:.-])\\d+(\\.\\d+)?(?= [a-z]|$)", "n")
        .replaceAll("n (ns|us|ms|s)\\b", "<time>");
  }
}

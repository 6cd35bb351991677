package dev.trama.analyzer.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be equal in a documented line of output and in today's: the tree, the methods, the
 * kinds of await, the source lines, how often a task slept; and no time, thread number, waker or
 * other number, which differ from run to run.
 */
final class Shape {
  static final String TIME = "\\d+(?:\\.\\d+)? (?:ns|us|ms|s|min|h)\\b";

  /** {@code ├─ await sleep 5 ms ×48 274 ms p50 5.31 ms Workshop.java:52 timer}. */
  private static final Pattern AWAIT =
      Pattern.compile("[│├└─ ]*await (?<rest>.*?) {2,}(?<numbers>.*?)(?<at>\\w+\\.java:\\d+).*");

  private static final Pattern COUNT = Pattern.compile("×\\d+");

  /** {@code await lock ×110 24.253 s 46 prices.lock();}, of annotated sources. */
  private static final Pattern GUTTER =
      Pattern.compile("(async|await .*?)(?: ×\\d+)? " + TIME + "(?:\\.\\.\\S+)? +(\\d+  .*)");

  /** {@code gone lock 4.4 -> 0.0 196 ms -> 0 540 ms -> 0 -970 ms PriceList.price}. */
  private static final Pattern CHANGE =
      Pattern.compile("(gone|new|faster|slower|fewer|more) +(.+?) +[\\d.]+ -> .* (\\S+)");

  /** {@code +55 ms 99 ms 44 ms connection pool Database.java:39}: a line of why's comparison. */
  private static final Pattern COMPARED =
      Pattern.compile(" *[+-]?(?:" + TIME + "|0) +(?:" + TIME + "|0) +(?:" + TIME + "|0) +(\\S.*)");

  /** {@code Checkout.handle 265 91 ms 140 ms 290 ms 349 ms 26}: requests of one name. */
  private static final Pattern REQUESTS =
      Pattern.compile("(\\S.*?) {2,}~?[\\d,]+(?: +" + TIME + "){4}(?: +[\\d,]+)?");

  private Shape() {}

  static String of(String printed) {
    // A monitor has a name only where it was awaited for long.
    String line = printed.replaceAll("(monitor enter|object wait) \\([\\w.$]+\\)", "$1");
    Matcher await = AWAIT.matcher(line);
    Matcher gutter = GUTTER.matcher(line);
    Matcher change = CHANGE.matcher(line);
    Matcher compared = COMPARED.matcher(line);
    Matcher requests = REQUESTS.matcher(line);
    String shape;
    if (await.matches()) {
      shape = ofAwait(await);
    } else if (gutter.matches()) {
      shape = gutter.group(1) + " " + gutter.group(2);
    } else if (change.matches()) {
      // how a point changed beside being new, and by how much, is a matter of the run
      String news = change.group(1).equals("new") ? "new " : "changed ";
      shape = news + change.group(2) + " " + change.group(3);
    } else if (compared.matches()) {
      shape = "compared " + compared.group(1);
    } else if (requests.matches()) {
      shape = "requests " + requests.group(1);
    } else {
      shape = withoutNumbers(line);
    }
    return shape.replaceAll("[│├└─]", " ").replaceAll(" +", " ").strip();
  }

  private static String ofAwait(Matcher await) {
    String kind = await.group("rest");
    Matcher count = COUNT.matcher(await.group("numbers"));
    return "await "
        + kind.replaceAll(TIME + "(\\.\\." + TIME + ")?", "<time>")
        + (kind.matches("(sleep|yield).*") && count.find() ? " " + count.group() : "")
        + " at "
        + await.group("at");
  }

  private static String withoutNumbers(String line) {
    // On a busy machine a task that waits long for a carrier is starved, whatever else it does.
    return line.replaceAll("(% +)(starved|waiting for others|contended)$", "$1bound")
        .replaceAll("meanwhile carrier-.*", "meanwhile")
        .replaceAll("resumed( on carrier-\\d+)?", "resumed")
        .replaceAll("(carrier-|#|--task )\\d+", "$1n")
        .replaceAll("(after \\w+-)\\d+ woke it", "$1n woke it")
        .replaceAll("(?<![\\w:.-])\\d[\\d,]*(\\.\\d+)?(?=[ %,;]|$)", "n")
        .replaceAll("n (ns|us|ms|s)\\b", "<time>")
        .replaceAll("after the other at .* in n tasks", "after the other at <places> in n tasks");
  }
}

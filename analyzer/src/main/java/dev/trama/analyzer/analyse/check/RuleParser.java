package dev.trama.analyzer.analyse.check;

import dev.trama.analyzer.analyse.finding.Detector;
import dev.trama.analyzer.analyse.finding.Detectors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rule language that {@link Rule} describes. */
public final class RuleParser {
  private static final String LIMIT =
      "\\s+(p50|p99|max)\\s*<=\\s*(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|m|h)";
  private static final Pattern NO = Pattern.compile("no\\s+(\\S+)");
  private static final Pattern AWAIT =
      Pattern.compile("await\\s+(.+?)(?:\\s+at\\s+(\\S+))?" + LIMIT);
  private static final Pattern READY = Pattern.compile("ready" + LIMIT);
  private static final Pattern LOST = Pattern.compile("lost\\s*<=\\s*(\\d{1,18})");
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);

  private RuleParser() {}

  /**
   * @throws IllegalArgumentException with a sentence that says what is wrong and what is valid
   */
  public static Rule parse(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    Matcher no = NO.matcher(line);
    if (no.matches()) {
      return no(no.group(1));
    }
    Matcher await = AWAIT.matcher(line);
    if (await.matches()) {
      String at = await.group(2) == null ? "*" : await.group(2);
      return new Rule.AwaitAtMost(await.group(1), at, measure(await, 3), nanos(await, 4), line);
    }
    Matcher ready = READY.matcher(line);
    if (ready.matches()) {
      return new Rule.ReadyAtMost(measure(ready, 1), nanos(ready, 2), line);
    }
    Matcher lost = LOST.matcher(line);
    if (lost.matches()) {
      return new Rule.LostAtMost(Long.parseLong(lost.group(1)), line);
    }
    throw new IllegalArgumentException(
        "no rule: '"
            + line
            + "'; write 'no pinned', 'await queue take p99 <= 50ms', 'ready p99 <="
            + " 10ms' or 'lost <= 0'");
  }

  /** One rule a line; {@code #} begins a comment. */
  public static List<Rule> parseAll(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .map(RuleParser::parse)
        .toList();
  }

  private static Rule no(String finding) {
    List<String> ids = Detectors.all().stream().map(Detector::id).toList();
    if (!finding.equals("findings") && !ids.contains(finding)) {
      throw new IllegalArgumentException(
          "there is no finding '"
              + finding
              + "'; use findings for any, or one of "
              + String.join(", ", ids));
    }
    return new Rule.No(finding, "no " + finding);
  }

  private static Rule.Measure measure(Matcher matcher, int group) {
    return Rule.Measure.valueOf(matcher.group(group).toUpperCase(Locale.ROOT));
  }

  private static long nanos(Matcher matcher, int group) {
    return Math.round(
        Double.parseDouble(matcher.group(group)) * NANOS.get(matcher.group(group + 1)));
  }
}

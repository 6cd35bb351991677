package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.check.Rule;
import dev.trama.analyzer.analyse.check.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The rules that a user gives; all of them become lines of the rule language. */
final class RuleOptions {
  private static final Pattern MAX_AWAIT =
      Pattern.compile("([^=@]+)(?:@([^=]+))?=([^:]+?)(?::(p50|p99|max))?");
  private static final Pattern MAX_READY = Pattern.compile("([^:]+?)(?::(p50|p99|max))?");

  @Option(
      names = "--no-findings",
      description = "No finding of severity warning or error (the default).")
  boolean noFindings;

  @Option(names = "--no-pinned", description = "No pinned carriers: short for --no pinned.")
  boolean noPinned;

  @Option(names = "--no", paramLabel = "FINDING", description = "No finding with this id.")
  List<String> no = List.of();

  @Option(
      names = "--max-await",
      paramLabel = "KIND[@SITE]=TIME[:p50|p99|max]",
      description = "Awaits of this kind take at most this long, at any suspension point.")
  List<String> maxAwait = List.of();

  @Option(
      names = "--max-ready",
      paramLabel = "TIME[:p50|p99|max]",
      description = "Ready tasks wait at most this long for a carrier.")
  String maxReady = "";

  @Option(
      names = "--max-lost",
      paramLabel = "N",
      description = "At most this many awaits were lost.")
  long maxLost = -1;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "A rule as text, such as 'await queue take p99 <= 50ms'.")
  List<String> rules = List.of();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Rules, one a line; # begins a comment.")
  List<Path> files = List.of();

  List<Rule> rules() throws IOException {
    List<String> lines = new ArrayList<>();
    if (noPinned) {
      lines.add("no pinned");
    }
    no.forEach(id -> lines.add("no " + id));
    maxAwait.forEach(text -> lines.add(await(text)));
    if (!maxReady.isEmpty()) {
      lines.add(ready(maxReady));
    }
    if (maxLost >= 0) {
      lines.add("lost <= " + maxLost);
    }
    lines.addAll(rules);
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new UserError(
            file + ": no such file, or not readable; --rules takes a file of rules");
      }
      lines.addAll(Files.readAllLines(file));
    }
    if (noFindings || lines.isEmpty()) {
      lines.add("no findings");
    }
    try {
      return RuleParser.parseAll(lines);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage());
    }
  }

  private static String await(String text) {
    var limit = MAX_AWAIT.matcher(text);
    if (!limit.matches()) {
      throw new UserError(
          "--max-await takes KIND=TIME or KIND@SITE=TIME:p99, such as \"queue take=50ms:p99\", not"
              + " '"
              + text
              + "'");
    }
    String at = limit.group(2) == null ? "" : " at " + limit.group(2);
    return "await " + limit.group(1) + at + " " + measure(limit.group(4)) + " <= " + limit.group(3);
  }

  private static String ready(String text) {
    var limit = MAX_READY.matcher(text);
    if (!limit.matches()) {
      throw new UserError("--max-ready takes a time such as 10ms:p99, not '" + text + "'");
    }
    return "ready " + measure(limit.group(2)) + " <= " + limit.group(1);
  }

  private static String measure(String named) {
    return named == null ? "max" : named;
  }
}

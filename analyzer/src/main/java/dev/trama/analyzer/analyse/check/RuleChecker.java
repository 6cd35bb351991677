package dev.trama.analyzer.analyse.check;

import dev.trama.analyzer.analyse.finding.Finding;
import dev.trama.analyzer.analyse.finding.Severity;
import dev.trama.analyzer.analyse.points.Point;
import dev.trama.analyzer.analyse.stats.Quantiles;
import dev.trama.analyzer.analyse.words.Glob;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Checks rules against what was gathered from a recording. */
public final class RuleChecker {
  private final List<Point> points;
  private final List<Finding> findings;
  private final Quantiles ready;
  private final Completeness completeness;
  private final LongFunction<String> durations;

  /**
   * @param durations how to write one in a sentence
   */
  public RuleChecker(
      List<Point> points,
      List<Finding> findings,
      Quantiles ready,
      Completeness completeness,
      LongFunction<String> durations) {
    this.points = points;
    this.findings = findings;
    this.ready = ready;
    this.completeness = completeness;
    this.durations = durations;
  }

  public RuleResult check(Rule rule) {
    List<String> evidence =
        switch (rule) {
          case Rule.No no -> found(no);
          case Rule.AwaitAtMost limit -> exceeding(limit);
          case Rule.ReadyAtMost limit -> {
            long is = measure(ready, limit.measure());
            yield is <= limit.nanos()
                ? List.<String>of()
                : List.of("resume latency is " + durations.apply(is));
          }
          case Rule.LostAtMost limit ->
              completeness.lost() <= limit.count()
                  ? List.of()
                  : List.of(completeness.lost() + " awaits were lost");
        };
    return new RuleResult(rule, evidence);
  }

  private List<String> found(Rule.No no) {
    boolean any = no.finding().equals("findings");
    return findings.stream()
        .filter(f -> any ? f.severity() != Severity.INFO : f.id().equals(no.finding()))
        .map(f -> any ? f.id() + ": " + f.said() : f.said())
        .toList();
  }

  private List<String> exceeding(Rule.AwaitAtMost limit) {
    Pattern kinds = Glob.compile(limit.kindGlob());
    Pattern sites = Glob.compile(limit.siteGlob());
    return points.stream()
        .filter(p -> isOfKind(kinds, p) && isAt(sites, limit, p))
        .filter(p -> measure(p.durations(), limit.measure()) > limit.nanos())
        .sorted(Comparator.comparingLong((Point p) -> -measure(p.durations(), limit.measure())))
        .map(p -> sentence(p, limit.measure()))
        .toList();
  }

  private static boolean isOfKind(Pattern kinds, Point point) {
    return kinds.matcher(point.fine().name()).matches()
        || kinds.matcher(point.kind().jsonName()).matches();
  }

  private static boolean isAt(Pattern sites, Rule.AwaitAtMost limit, Point point) {
    return limit.siteGlob().equals("*")
        || point.frame().filter(frame -> Glob.isAt(sites, frame)).isPresent();
  }

  private String sentence(Point point, Rule.Measure measure) {
    String pinned = point.kind() == AwaitKind.PINNED ? " (pinned)" : "";
    return point.fine().name()
        + pinned
        + " at "
        + point.frame().map(Frame::site).orElse("(no stack taken)")
        + " has "
        + durations.apply(measure(point.durations(), measure))
        + " in "
        + point.durations().count()
        + " awaits";
  }

  private static long measure(Quantiles of, Rule.Measure measure) {
    return switch (measure) {
      case P50 -> of.p50();
      case P99 -> of.p99();
      case MAX -> of.max();
    };
  }
}

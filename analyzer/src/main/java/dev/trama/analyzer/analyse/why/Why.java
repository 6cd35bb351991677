package dev.trama.analyzer.analyse.why;

import dev.trama.analyzer.analyse.request.Activity;
import dev.trama.analyzer.analyse.stats.Quantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why the slow requests of a name take longer than the typical ones.
 *
 * @param durations of all requests of that name that were seen whole
 * @param slow how many slow ones were compared
 * @param typical how many typical ones
 * @param slowNanos how long a slow one took, on average
 * @param typicalNanos how long a typical one took, on average
 * @param lines what makes up the difference, largest first; they add up to it
 * @param chains what the tasks that the slow ones waited for were doing
 * @param mayHoldSeveral whether what counts as one request may be several, so that a part of the
 *     difference may be due to their number
 */
public record Why(
    String name,
    Quantiles durations,
    Thresholds thresholds,
    long slow,
    long typical,
    long slowNanos,
    long typicalNanos,
    List<Line> lines,
    Chain chains,
    boolean mayHoldSeveral) {
  /** With fewer slow ones, chance plays a large part. */
  public static final int FEW = 10;

  public Why {
    lines = List.copyOf(lines);
  }

  public long differenceNanos() {
    return slowNanos - typicalNanos;
  }

  static Why of(
      String name,
      Quantiles durations,
      Thresholds thresholds,
      Tally slow,
      Tally typical,
      Chain chains,
      boolean mayHoldSeveral) {
    Set<Activity> all = new LinkedHashSet<>(slow.amounts().keySet());
    all.addAll(typical.amounts().keySet());
    List<Activity> activities = List.copyOf(all);
    List<Long> slowShares = shares(activities, slow);
    List<Long> typicalShares = shares(activities, typical);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < activities.size(); i++) {
      Tally.Amount ofSlow = slow.amount(activities.get(i));
      Tally.Amount ofTypical = typical.amount(activities.get(i));
      Tally.Amount shown = ofSlow.count() > 0 ? ofSlow : ofTypical;
      lines.add(
          new Line(
              activities.get(i),
              slowShares.get(i),
              typicalShares.get(i),
              mean(ofSlow.count(), slow.count()),
              mean(ofTypical.count(), typical.count()),
              shown.example(),
              shown.exampleNanos()));
    }
    lines.sort(
        Comparator.comparingLong((Line line) -> Math.abs(line.differenceNanos()))
            .thenComparingLong(Line::slowNanos)
            .reversed()
            .thenComparing(line -> line.activity().label())
            .thenComparing(line -> line.activity().place().site()));
    return new Why(
        name,
        durations,
        thresholds,
        slow.count(),
        typical.count(),
        slowShares.stream().mapToLong(Long::longValue).sum(),
        typicalShares.stream().mapToLong(Long::longValue).sum(),
        lines,
        chains,
        mayHoldSeveral);
  }

  private static List<Long> shares(List<Activity> activities, Tally tally) {
    return Shares.of(
        activities.stream().map(activity -> tally.amount(activity).nanos()).toList(),
        tally.count());
  }

  private static double mean(long sum, long count) {
    return count == 0 ? 0 : (double) sum / count;
  }
}

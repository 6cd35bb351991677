package dev.trama.analyzer.analyse.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One line of the table that decides what bounds tasks. The report's page holds the same table and
 * applies it to the interval that its reader selects.
 *
 * @param parts of a task's time: states and categories of awaits
 * @param moreThanOneIn with N, the rule holds when its parts are more than 1/N of the whole; 0 for
 *     the rules that remain, of which the one with the largest parts holds, the first of equals
 */
public record BoundRule(Bound bound, List<Part> parts, int moreThanOneIn) {

  /** What a task's time consists of. Awaiting and pinned time is divided by what was awaited. */
  public enum Part {
    RUNNING,
    READY,
    UNKNOWN,
    IO,
    LOCK,
    POOL,
    SIGNAL,
    TASK,
    TIMER,
    OTHER
  }

  /** In order: the first rule that holds decides. */
  public static final List<BoundRule> TABLE =
      List.of(
          new BoundRule(Bound.UNKNOWN, List.of(Part.UNKNOWN), 2),
          new BoundRule(Bound.CPU, List.of(Part.RUNNING), 2),
          new BoundRule(Bound.STARVED, List.of(Part.READY), 4),
          new BoundRule(Bound.IO, List.of(Part.IO), 0),
          new BoundRule(Bound.CONTENDED, List.of(Part.LOCK, Part.POOL), 0),
          new BoundRule(Bound.WAITING, List.of(Part.SIGNAL, Part.TASK, Part.TIMER, Part.OTHER), 0));

  public BoundRule {
    parts = List.copyOf(parts);
  }

  /**
   * @param nanos the time in each part; 0 for parts left out
   */
  public static Bound decide(Map<Part, Long> nanos) {
    long all = Arrays.stream(Part.values()).mapToLong(part -> nanos.getOrDefault(part, 0L)).sum();
    Bound largest = Bound.UNKNOWN;
    long most = 0;
    for (BoundRule rule : TABLE) {
      long sum = rule.parts.stream().mapToLong(part -> nanos.getOrDefault(part, 0L)).sum();
      if (rule.moreThanOneIn > 0 && sum * rule.moreThanOneIn > all) {
        return rule.bound;
      }
      if (rule.moreThanOneIn == 0 && sum > most) {
        most = sum;
        largest = rule.bound;
      }
    }
    return largest;
  }
}

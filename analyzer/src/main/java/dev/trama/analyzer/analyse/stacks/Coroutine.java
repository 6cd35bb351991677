package dev.trama.analyzer.analyse.stacks;

import dev.trama.analyzer.model.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method that was seen to suspend before it returned.
 *
 * @param frame the method, at the line where it suspended most
 * @param awaits awaits in it and in the methods that it called
 * @param nanos how long they took, in nanoseconds
 * @param ownAwaits awaits at a line of the method itself
 */
public record Coroutine(Frame frame, long awaits, long nanos, long ownAwaits, long ownNanos) {

  private static final class Sum {
    final Map<Frame, Long> lines = new HashMap<>();
    long awaits;
    long nanos;
    long ownAwaits;
    long ownNanos;
  }

  /** The coroutines of all stacks, the longest suspended first. */
  public static List<Coroutine> of(StackFold stacks) {
    Map<String, Sum> sums = new HashMap<>();
    stacks
        .tallies()
        .forEach(
            (key, tally) -> {
              List<Frame> frames = key.stack().shown();
              Set<String> counted = new HashSet<>();
              for (int i = 0; i < frames.size(); i++) {
                Frame frame = frames.get(i);
                var sum = sums.computeIfAbsent(frame.qualified(), m -> new Sum());
                sum.lines.merge(frame, tally.nanos(), Long::sum);
                // A recursive method is on the stack several times but suspended once.
                if (counted.add(frame.qualified())) {
                  sum.awaits += tally.count();
                  sum.nanos += tally.nanos();
                }
                if (i == 0) {
                  sum.ownAwaits += tally.count();
                  sum.ownNanos += tally.nanos();
                }
              }
            });
    List<Coroutine> coroutines = new ArrayList<>();
    sums.values()
        .forEach(
            sum -> {
              Frame busiest =
                  sum.lines.entrySet().stream()
                      .max(
                          Map.Entry.<Frame, Long>comparingByValue()
                              .thenComparingInt(e -> -e.getKey().line()))
                      .orElseThrow()
                      .getKey();
              coroutines.add(
                  new Coroutine(busiest, sum.awaits, sum.nanos, sum.ownAwaits, sum.ownNanos));
            });
    coroutines.sort(
        Comparator.comparingLong(Coroutine::nanos)
            .reversed()
            .thenComparing(c -> c.frame().qualified()));
    return coroutines;
  }
}

package dev.trama.analyzer.analyse.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Means in whole nanoseconds that add up to the mean of the sum. */
final class Shares {
  private Shares() {}

  /**
   * @param sums none negative
   * @param count what they are divided by; the remainders go to those that lost most by rounding
   */
  static List<Long> of(List<Long> sums, long count) {
    if (count == 0) {
      return sums.stream().map(sum -> 0L).toList();
    }
    long all = sums.stream().mapToLong(Long::longValue).sum();
    List<Long> means = new ArrayList<>(sums.stream().map(sum -> sum / count).toList());
    long missing = all / count - means.stream().mapToLong(Long::longValue).sum();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong((Integer i) -> sums.get(i) % count).reversed());
    for (int i = 0; i < missing; i++) {
      means.set(order.get(i), means.get(order.get(i)) + 1);
    }
    return means;
  }
}

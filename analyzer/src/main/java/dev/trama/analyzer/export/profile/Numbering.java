package dev.trama.analyzer.export.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Numbers things from {@code first} on, and hands over each when it occurs for the first time. */
final class Numbering<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final BiConsumer<Integer, T> fresh;
  private int next;

  Numbering(int first, BiConsumer<Integer, T> fresh) {
    this.next = first;
    this.fresh = fresh;
  }

  int of(T thing) {
    Integer known = numbers.get(thing);
    if (known != null) {
      return known;
    }
    int number = next++;
    numbers.put(thing, number);
    fresh.accept(number, thing);
    return number;
  }
}

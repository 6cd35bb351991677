package dev.trama.analyzer.render.html;

import java.util.HashMap;
import java.util.Map;

/** Numbers distinct keys from 0, in the order in which they first occur. */
final class Interned<K> {
  private final Map<K, Integer> numbers = new HashMap<>();

  /** The key's number; {@code isNew} runs once for each key, when it gets its number. */
  int number(K key, Runnable isNew) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(key, number);
    isNew.run();
    return number;
  }

  int size() {
    return numbers.size();
  }
}

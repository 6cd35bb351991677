package dev.trama.analyzer.analyse.summary;

import java.util.HashMap;
import java.util.Map;

/**
 * A set of Java thread ids, which a JVM hands out in sequence: about one bit per thread, so that
 * any number of tasks can be counted exactly.
 */
final class IdSet {
  private static final int PAGE_BITS = 14;
  private static final int PAGE_WORDS = 1 << (PAGE_BITS - 6);

  private final Map<Long, long[]> pages = new HashMap<>();
  private long lastPage = -1;
  private long[] lastWords = {};
  private long size;

  boolean add(long id) {
    long page = id >> PAGE_BITS;
    if (page != lastPage) {
      lastWords = pages.computeIfAbsent(page, p -> new long[PAGE_WORDS]);
      lastPage = page;
    }
    int word = (int) (id >> 6) & (PAGE_WORDS - 1);
    long bit = 1L << (id & 63);
    boolean isNew = (lastWords[word] & bit) == 0;
    lastWords[word] |= bit;
    size += isNew ? 1 : 0;
    return isNew;
  }

  boolean contains(long id) {
    long[] words = pages.get(id >> PAGE_BITS);
    return words != null && (words[(int) (id >> 6) & (PAGE_WORDS - 1)] & 1L << (id & 63)) != 0;
  }

  long size() {
    return size;
  }

  /** How many of these are missing from at least one of the others. */
  long sizeWithoutBoth(IdSet a, IdSet b) {
    long count = 0;
    for (var page : pages.entrySet()) {
      long[] inA = a.pages.getOrDefault(page.getKey(), new long[PAGE_WORDS]);
      long[] inB = b.pages.getOrDefault(page.getKey(), new long[PAGE_WORDS]);
      for (int i = 0; i < PAGE_WORDS; i++) {
        count += Long.bitCount(page.getValue()[i] & ~(inA[i] & inB[i]));
      }
    }
    return count;
  }
}

package dev.trama.analyzer.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A hash map from numbers without boxing, for what is looked up several times per event. Values are
 * never null.
 */
public final class LongMap<V> {
  private static final int SMALLEST = 16;

  private long[] keys = new long[SMALLEST];
  private Object[] values = new Object[SMALLEST];
  private int size;

  /** The value of {@code key}; {@code otherwise} when there is none. */
  public V getOrDefault(long key, V otherwise) {
    Object found = values[slot(key)];
    return found == null ? otherwise : cast(found);
  }

  /** The value of {@code key}, or null. */
  public V get(long key) {
    return getOrDefault(key, null);
  }

  public void put(long key, V value) {
    int slot = slot(key);
    if (values[slot] == null) {
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /** The value of {@code key}; it is created when there is none. */
  public V computeIfAbsent(long key, LongFunction<V> make) {
    Object found = values[slot(key)];
    if (found != null) {
      return cast(found);
    }
    V made = make.apply(key);
    put(key, made);
    return made;
  }

  public void putIfAbsent(long key, V value) {
    if (!containsKey(key)) {
      put(key, value);
    }
  }

  public boolean containsKey(long key) {
    return values[slot(key)] != null;
  }

  public void clear() {
    if (size > 0) {
      Arrays.fill(values, null);
      size = 0;
    }
  }

  public int size() {
    return size;
  }

  /** The values, in no order that means anything. */
  public List<V> values() {
    List<V> all = new ArrayList<>(size);
    for (Object value : values) {
      if (value != null) {
        all.add(cast(value));
      }
    }
    return all;
  }

  /** Where the key is, or would be put. */
  private int slot(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    keys = new long[oldKeys.length * 4];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  @SuppressWarnings("unchecked")
  private V cast(Object value) {
    return (V) value;
  }
}

package dev.trama.analyzer.read.parse;

import java.util.List;
import java.util.Set;

/**
 * A type of events, as the chunk describes it.
 *
 * @param label for people; empty when it has none
 */
public record EventDescription(String name, String label, List<Field> fields) {
  /**
   * A field.
   *
   * @param type {@code int}, {@code java.lang.String}
   * @param annotations their types
   */
  public record Field(String name, String type, Set<String> annotations) {}

  public boolean has(String field) {
    return fields.stream().anyMatch(f -> f.name().equals(field));
  }
}

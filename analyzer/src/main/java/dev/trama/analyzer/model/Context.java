package dev.trama.analyzer.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a thread worked on for a time, from a contextual event: a request, an order, a trace.
 *
 * @param type name of the event
 * @param label label of the event; its simple name when it has none
 * @param fields the contextual ones, in the event's order
 * @param startNanos since the epoch
 * @param endNanos since the epoch; the start when {@code open}
 * @param open whether it was written at the start of the work, so that another event has its end,
 *     or none
 */
public record Context(
    String type, String label, List<Field> fields, long startNanos, long endNanos, boolean open) {

  /** A contextual field. An id is different each time; a name is common to many. */
  public record Field(String name, String value, boolean id) {}

  public Context {
    fields = List.copyOf(fields);
  }

  /** Whether one of its fields is a name. */
  public boolean isNamed() {
    return fields.stream().anyMatch(field -> !field.id() && !field.value().isEmpty());
  }

  /** Its names, or else the label. */
  public String name() {
    String names =
        fields.stream()
            .filter(field -> !field.id() && !field.value().isEmpty())
            .map(Field::value)
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? label : names;
  }

  /** The first id there is; empty when there is none. */
  public String id() {
    Optional<Field> first =
        fields.stream().filter(field -> field.id() && !field.value().isEmpty()).findFirst();
    return first.map(Field::value).orElse("");
  }

  /** Whether one of its fields has this value, ignoring case. */
  public boolean has(String value) {
    return fields.stream().anyMatch(field -> field.value().equalsIgnoreCase(value));
  }

  /** Whether a field of this name identifies one piece of work. */
  public static boolean isId(String fieldName) {
    String name = fieldName.toLowerCase(Locale.ROOT);
    return name.endsWith("id") || name.contains("trace") || name.contains("span");
  }
}

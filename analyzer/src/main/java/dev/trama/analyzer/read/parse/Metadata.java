package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.LongMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the events and constants of a chunk are laid out, from the chunk's own description.
 *
 * <pre>
 * event      size, type 0, start, duration, id, count, texts, element
 * element    name, count, (key, value)..., count, element...     each a number of a text
 * </pre>
 */
final class Metadata {
  private static final int DEEPEST = 16;

  private final Map<Long, Type> types = new HashMap<>();

  /** How a value is written. */
  enum Form {
    OCTET,
    NUMBER,
    FLOAT,
    DOUBLE,
    TEXT,
    /** The values of its fields, one after the other. */
    STRUCTURE;

    static Form of(String type) {
      return switch (type) {
        case "boolean", "byte" -> OCTET;
        case "char", "short", "int", "long" -> NUMBER;
        case "float" -> FLOAT;
        case "double" -> DOUBLE;
        case "java.lang.String" -> TEXT;
        default -> STRUCTURE;
      };
    }
  }

  /**
   * A type of events or values.
   *
   * @param parent name of the type it extends; empty when it extends none
   * @param annotations their values, by the number of their type
   */
  record Type(
      long id,
      String name,
      Form form,
      List<Field> fields,
      String parent,
      Map<Long, String> annotations) {
    boolean isEvent() {
      return parent.equals("jdk.jfr.Event");
    }
  }

  /**
   * A field of a type.
   *
   * @param constant whether it holds the number of a constant instead of the value
   * @param array whether it holds a count and that many values
   * @param annotations their values, by the number of their type
   */
  record Field(
      String name, long type, boolean constant, boolean array, Map<Long, String> annotations) {}

  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  /**
   * @param event the metadata event, from its first byte
   */
  static Metadata of(Bytes event) {
    event.skipNumber();
    event.skipNumber();
    event.skipNumber();
    event.skipNumber();
    event.skipNumber();
    String[] texts = new String[event.count()];
    var none = new LongMap<String>();
    for (int i = 0; i < texts.length; i++) {
      texts[i] = event.text(none);
    }
    var metadata = new Metadata();
    metadata.add(element(event, texts, 0));
    return metadata;
  }

  private static Element element(Bytes in, String[] texts, int depth) {
    if (depth > DEEPEST) {
      throw new IndexOutOfBoundsException("elements of " + depth + " levels");
    }
    String name = text(in, texts);
    Map<String, String> attributes = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      attributes.put(text(in, texts), text(in, texts));
    }
    List<Element> children = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      children.add(element(in, texts, depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private static String text(Bytes in, String[] texts) {
    return texts[(int) in.number()];
  }

  private void add(Element element) {
    if (element.name().equals("class")) {
      String name = element.attribute("name");
      List<Field> fields =
          element.children().stream()
              .filter(child -> child.name().equals("field"))
              .map(Metadata::field)
              .toList();
      long id = Long.parseLong(element.attribute("id"));
      types.put(
          id,
          new Type(
              id,
              name,
              Form.of(name),
              fields,
              element.attribute("superType"),
              annotations(element)));
    } else {
      element.children().forEach(this::add);
    }
  }

  private static Field field(Element element) {
    return new Field(
        element.attribute("name"),
        Long.parseLong(element.attribute("class")),
        element.attribute("constantPool").equals("true"),
        element.attributes().containsKey("dimension"),
        annotations(element));
  }

  private static Map<Long, String> annotations(Element element) {
    Map<Long, String> annotations = new HashMap<>();
    for (Element child : element.children()) {
      if (child.name().equals("annotation")) {
        annotations.put(Long.parseLong(child.attribute("class")), child.attribute("value"));
      }
    }
    return annotations;
  }

  EventDescription describe(Type type) {
    String label =
        type.annotations().entrySet().stream()
            .filter(annotation -> type(annotation.getKey()).name().equals("jdk.jfr.Label"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return new EventDescription(
        type.name(), label, type.fields().stream().map(this::describe).toList());
  }

  private EventDescription.Field describe(Field field) {
    return new EventDescription.Field(
        field.name(),
        type(field.type()).name(),
        field.annotations().keySet().stream()
            .map(id -> type(id).name())
            .collect(Collectors.toUnmodifiableSet()));
  }

  Iterable<Type> types() {
    return types.values();
  }

  /** The type of this name, without fields when the chunk has none. */
  Type type(String name) {
    return types.values().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElse(new Type(-1, name, Form.STRUCTURE, List.of(), "", Map.of()));
  }

  /** The type of this number. */
  Type type(long id) {
    Type type = types.get(id);
    if (type == null) {
      throw new IndexOutOfBoundsException("a type of number " + id);
    }
    return type;
  }

  void skip(Bytes in, Field field) {
    skip(in, field, 0);
  }

  private void skip(Bytes in, Field field, int depth) {
    for (int left = field.array() ? in.count() : 1; left > 0; left--) {
      if (field.constant()) {
        in.skipNumber();
      } else {
        skip(in, type(field.type()), depth);
      }
    }
  }

  void skip(Bytes in, Type type) {
    skip(in, type, 0);
  }

  private void skip(Bytes in, Type type, int depth) {
    switch (type.form()) {
      case OCTET -> in.skip(1);
      case NUMBER -> in.skipNumber();
      case FLOAT -> in.skip(4);
      case DOUBLE -> in.skip(8);
      case TEXT -> in.skipText();
      case STRUCTURE -> {
        // Skipping a type that takes no bytes, or contains itself, would never end.
        if (type.fields().isEmpty() || depth > DEEPEST) {
          throw new IndexOutOfBoundsException("a value of " + type.name());
        }
        type.fields().forEach(field -> skip(in, field, depth + 1));
      }
    }
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.TraceEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.AnnotationElement;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Decodes an event whose fields are contextual: {@code @jdk.jfr.Contextual} came with JDK 25, and
 * any annotation of that simple name does for programs that are to run on earlier ones.
 *
 * <p>An event that was never begun, only committed, says what begins here.
 */
final class ContextDecoder {
  private static final String ANNOTATION = "Contextual";
  private static final String HIGH = "High";
  private static final String LOW = "Low";
  private static final HexFormat HEX = HexFormat.of();

  private final String type;
  private final String label;
  private final List<FieldReader> fields;

  private record FieldReader(String name, boolean id, Value value) {}

  private interface Value {
    String of(RecordedEvent event);
  }

  private ContextDecoder(EventType type, List<FieldReader> fields) {
    this.type = type.getName();
    String label = type.getLabel();
    this.label =
        label == null || label.isBlank()
            ? this.type.substring(this.type.lastIndexOf('.') + 1)
            : label;
    this.fields = fields;
  }

  /** Empty when no field is contextual. */
  static Optional<ContextDecoder> of(EventType type) {
    List<ValueDescriptor> contextual =
        type.getFields().stream().filter(ContextDecoder::isContextual).toList();
    return contextual.isEmpty() || type.getField("eventThread") == null
        ? Optional.empty()
        : Optional.of(new ContextDecoder(type, readers(contextual)));
  }

  private static boolean isContextual(ValueDescriptor field) {
    for (AnnotationElement annotation : field.getAnnotationElements()) {
      String name = annotation.getTypeName();
      if (name.substring(name.lastIndexOf('.') + 1).equals(ANNOTATION)) {
        return true;
      }
    }
    return false;
  }

  /** Two numbers {@code traceIdHigh} and {@code traceIdLow} are one id of 128 bits. */
  private static List<FieldReader> readers(List<ValueDescriptor> contextual) {
    Set<String> names = new HashSet<>();
    contextual.forEach(field -> names.add(field.getName()));
    List<FieldReader> readers = new ArrayList<>();
    for (ValueDescriptor field : contextual) {
      String name = field.getName();
      String stem = stem(name);
      boolean isPair = names.contains(stem + HIGH) && names.contains(stem + LOW);
      if (isPair && name.endsWith(HIGH)) {
        readers.add(new FieldReader(stem, true, event -> wide(event, stem)));
      } else if (!isPair) {
        boolean number = !field.getTypeName().equals("java.lang.String");
        readers.add(
            new FieldReader(name, number || Context.isId(name), event -> text(event, name)));
      }
    }
    return List.copyOf(readers);
  }

  private static String stem(String name) {
    if (name.endsWith(HIGH)) {
      return name.substring(0, name.length() - HIGH.length());
    }
    return name.endsWith(LOW) ? name.substring(0, name.length() - LOW.length()) : name;
  }

  private static String wide(RecordedEvent event, String stem) {
    long high = Fields.number(event, stem + HIGH);
    long low = Fields.number(event, stem + LOW);
    return high == 0 && low == 0 ? "" : HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  private static String text(RecordedEvent event, String name) {
    Object value = event.getValue(name);
    return value == null ? "" : value.toString();
  }

  /** Empty when the event does not say which thread it was. */
  Optional<TraceEvent> decode(RecordedEvent event, ChunkPool pool) {
    var thread = pool.thread(event.getValue("eventThread"));
    if (!thread.isKnown()) {
      return Optional.empty();
    }
    List<Context.Field> values =
        fields.stream()
            .map(field -> new Context.Field(field.name(), field.value().of(event), field.id()))
            .toList();
    long start = Fields.startNanos(event);
    long end = Fields.endNanos(event);
    return Optional.of(
        new TraceEvent.Worked(thread, new Context(type, label, values, start, end, end <= start)));
  }
}

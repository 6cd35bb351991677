package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventDescription;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decodes an event whose fields are contextual: {@code @jdk.jfr.Contextual} came with JDK 25; any
 * annotation of that simple name is accepted, for programs that run on earlier releases.
 *
 * <p>An event that was only committed, without a begin, marks the start of a context.
 */
final class ContextDecoder {
  private static final String ANNOTATION = "Contextual";
  private static final String HIGH = "High";
  private static final String LOW = "Low";
  private static final HexFormat HEX = HexFormat.of();

  private final Fields fields = new Fields();
  private final Fields.Field eventThread = fields.field("eventThread");
  private final EventDescription type;
  private final String label;
  private final List<FieldReader> readers;
  private final ChunkPool pool;

  private record FieldReader(String name, boolean id, Function<Event, String> value) {}

  private ContextDecoder(
      EventDescription type, List<EventDescription.Field> contextual, ChunkPool pool) {
    this.type = type;
    this.label =
        type.label().isBlank()
            ? type.name().substring(type.name().lastIndexOf('.') + 1)
            : type.label();
    this.pool = pool;
    this.readers = readers(contextual);
  }

  /** Empty when no field is contextual. */
  static Optional<EventHandler> of(
      EventDescription type, ChunkPool pool, Consumer<TraceEvent> out) {
    List<EventDescription.Field> contextual =
        type.fields().stream().filter(ContextDecoder::isContextual).toList();
    if (contextual.isEmpty() || !type.has("eventThread")) {
      return Optional.empty();
    }
    var decoder = new ContextDecoder(type, contextual, pool);
    return Optional.of(
        new EventHandler(decoder.fields, event -> decoder.decode(event).ifPresent(out)));
  }

  private static boolean isContextual(EventDescription.Field field) {
    return field.annotations().stream()
        .anyMatch(name -> name.substring(name.lastIndexOf('.') + 1).equals(ANNOTATION));
  }

  /** Two numbers {@code traceIdHigh} and {@code traceIdLow} are one id of 128 bits. */
  private List<FieldReader> readers(List<EventDescription.Field> contextual) {
    Set<String> names = new HashSet<>();
    contextual.forEach(field -> names.add(field.name()));
    List<FieldReader> found = new ArrayList<>();
    for (EventDescription.Field field : contextual) {
      String name = field.name();
      String stem = stem(name);
      boolean isPair = names.contains(stem + HIGH) && names.contains(stem + LOW);
      if (isPair && name.endsWith(HIGH)) {
        var high = fields.field(name);
        var low = fields.field(stem + LOW);
        found.add(
            new FieldReader(stem, true, event -> wide(event.number(high), event.number(low))));
      } else if (!isPair) {
        boolean number = !field.type().equals("java.lang.String");
        found.add(new FieldReader(name, number || Context.isId(name), value(field)));
      }
    }
    return List.copyOf(found);
  }

  private static String stem(String name) {
    if (name.endsWith(HIGH)) {
      return name.substring(0, name.length() - HIGH.length());
    }
    return name.endsWith(LOW) ? name.substring(0, name.length() - LOW.length()) : name;
  }

  /** Logs have these in hexadecimal. */
  private static boolean isSpanOrTrace(String fieldName) {
    String name = fieldName.toLowerCase(Locale.ROOT);
    return name.endsWith("spanid") || name.endsWith("traceid");
  }

  private static String narrow(long id) {
    return id == 0 ? "" : HEX.toHexDigits(id);
  }

  private static String wide(long high, long low) {
    return high == 0 && low == 0 ? "" : HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  private Function<Event, String> value(EventDescription.Field described) {
    var field = fields.field(described.name());
    return switch (described.type()) {
      case "java.lang.String" -> event -> event.text(field);
      case "java.lang.Class" -> event -> pool.className(event.number(field));
      case "java.lang.Thread" -> event -> pool.thread(event.number(field)).name();
      case "boolean" -> event -> "" + event.flag(field);
      case "float" -> event -> "" + (float) event.fraction(field);
      case "double" -> event -> "" + event.fraction(field);
      case "char" -> event -> "" + (char) event.number(field);
      case "byte" -> event -> "" + (byte) event.number(field);
      case "short" -> event -> "" + (short) event.number(field);
      case "int" -> event -> "" + (int) event.number(field);
      case "long" -> {
        boolean hex = isSpanOrTrace(described.name());
        yield event -> hex ? narrow(event.number(field)) : "" + event.number(field);
      }
      default -> event -> "" + event.number(field);
    };
  }

  /** Empty when the event has no thread. */
  private Optional<TraceEvent> decode(Event event) {
    var thread = pool.thread(event.number(eventThread));
    if (!thread.isKnown()) {
      return Optional.empty();
    }
    List<Context.Field> values =
        readers.stream()
            .map(field -> new Context.Field(field.name(), field.value().apply(event), field.id()))
            .toList();
    long start = event.startNanos();
    long end = event.endNanos();
    return Optional.of(
        new TraceEvent.Worked(
            thread, new Context(type.name(), label, values, start, end, end <= start)));
  }
}

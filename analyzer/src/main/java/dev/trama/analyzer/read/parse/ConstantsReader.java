package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.ThreadRef;
import java.util.HashMap;
import java.util.Map;

/**
 * Gathers the constants of a chunk. Stacks are not decoded until they are needed: most belong to
 * events that are not read, and they are most of the bytes.
 *
 * <pre>
 * event      size, type 1, start, duration, offset of the event before (0 when none), kind, count,
 *            then for each type: its number, count, (number, value)...
 * </pre>
 */
final class ConstantsReader {
  private final Metadata metadata;
  private final Constants constants;
  private final Texts texts;
  private final Bytes in = new Bytes(new byte[0]);
  private final Map<Long, ValueReader> readers = new HashMap<>();
  private Bytes event = in;

  /** Reads the value that begins at the position of {@link #in}. */
  private interface ValueReader {
    void read(long number);
  }

  ConstantsReader(Metadata metadata) {
    this.metadata = metadata;
    this.constants = new Constants(metadata);
    this.texts = new Texts(constants.texts);
  }

  Constants constants() {
    return constants;
  }

  /**
   * The distance back to the constants that were written before these; 0 when these are the first.
   *
   * @param event positioned at its fields; afterwards behind this one
   */
  static long offsetOfBefore(Bytes event) {
    event.skipNumber();
    event.skipNumber();
    return event.number();
  }

  /** Adds the constants of an event; those added before are newer, and stay. */
  void add(byte[] pools) {
    event = new Bytes(pools);
    in.moveTo(event, 0);
    in.skipNumber();
    in.skipNumber();
    offsetOfBefore(in);
    in.skip(1);
    for (int left = in.count(); left > 0; left--) {
      long type = in.number();
      ValueReader reader = readers.computeIfAbsent(type, id -> reader(metadata.type(id)));
      for (int values = in.count(); values > 0; values--) {
        reader.read(in.number());
      }
    }
  }

  private ValueReader reader(Metadata.Type type) {
    return switch (type.name()) {
      case "java.lang.String" ->
          number -> constants.texts.putIfAbsent(number, in.text(constants.texts));
      case "jdk.types.Symbol" -> symbols(type);
      case "java.lang.Thread" -> threads(type);
      case "java.lang.Class" -> classes(type);
      case "jdk.types.Method" -> methods(type);
      case StackReader.TYPE ->
          number -> {
            constants.stacks.putIfAbsent(number, new Constants.Position(event, in.position()));
            metadata.skip(in, type);
          };
      default -> number -> metadata.skip(in, type);
    };
  }

  private Values values(Metadata.Type type, Fields fields) {
    return new Values(Layout.whole(metadata, type, fields), in, texts);
  }

  private ValueReader symbols(Metadata.Type type) {
    var fields = new Fields();
    var string = fields.field("string");
    Values symbol = values(type, fields);
    return number -> {
      symbol.read();
      constants.symbols.putIfAbsent(number, symbol.text(string));
    };
  }

  private ValueReader threads(Metadata.Type type) {
    var fields = new Fields();
    var id = fields.field("javaThreadId");
    var name = fields.field("javaName");
    var virtual = fields.field("virtual");
    Values thread = values(type, fields);
    return number -> {
      thread.read();
      constants.threads.putIfAbsent(
          number, new ThreadRef(thread.number(id), thread.text(name), thread.flag(virtual)));
    };
  }

  private ValueReader classes(Metadata.Type type) {
    var fields = new Fields();
    var name = fields.field("name");
    Values read = values(type, fields);
    return number -> {
      read.read();
      constants.classes.putIfAbsent(number, read.number(name));
    };
  }

  private ValueReader methods(Metadata.Type type) {
    var fields = new Fields();
    var owner = fields.field("type");
    var name = fields.field("name");
    Values method = values(type, fields);
    return number -> {
      method.read();
      constants.methods.putIfAbsent(
          number, new Constants.Method(method.number(owner), method.number(name)));
    };
  }
}

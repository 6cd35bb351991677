package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.LongMap;

/** Reads stacks, of type {@code jdk.types.StackTrace}, from where they were written. */
final class StackReader {
  static final String TYPE = "jdk.types.StackTrace";
  private static final String FRAMES = "frames";

  private final Bytes in = new Bytes(new byte[0]);
  private final Fields stackFields = new Fields();
  private final Fields.Field truncated = stackFields.field("truncated");
  private final Fields.Field frames = stackFields.field(FRAMES);
  private final Fields frameFields = new Fields();
  private final Fields.Field method = frameFields.field("method");
  private final Fields.Field line = frameFields.field("lineNumber");
  private final Values stack;
  private final Values frame;

  StackReader(Metadata metadata) {
    var none = new Texts(new LongMap<>());
    Metadata.Type type = metadata.type(TYPE);
    this.stack = new Values(Layout.whole(metadata, type, stackFields), in, none);
    long frameType =
        type.fields().stream()
            .filter(field -> field.name().equals(FRAMES))
            .mapToLong(Metadata.Field::type)
            .findFirst()
            .orElse(-1);
    this.frame =
        new Values(
            Layout.whole(metadata, frameType < 0 ? type : metadata.type(frameType), frameFields),
            in,
            none);
  }

  boolean read(Constants.Position position, Constants.FrameSink sink) {
    in.moveTo(position.bytes(), position.at());
    stack.read();
    in.moveTo((int) stack.number(frames));
    for (int left = in.count(); left > 0; left--) {
      frame.read();
      sink.frame(frame.number(method), (int) frame.number(line));
    }
    return stack.flag(truncated);
  }
}

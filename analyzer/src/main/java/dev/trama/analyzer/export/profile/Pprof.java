package dev.trama.analyzer.export.profile;

import dev.trama.analyzer.export.proto.Message;
import dev.trama.analyzer.model.RecordingInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A pprof profile: gzipped {@code perftools.profiles.Profile}, with a value of each {@link Weight}
 * in every sample, and labels for {@code kind}, {@code entry} and {@code waker}.
 */
public final class Pprof {
  // Field numbers of the messages that are written, from google/pprof's profile.proto.
  private static final int SAMPLE_TYPE = 1;
  private static final int SAMPLE = 2;
  private static final int MAPPING = 3;
  private static final int LOCATION = 4;
  private static final int FUNCTION = 5;
  private static final int STRING = 6;
  private static final int TIME_NANOS = 9;
  private static final int DURATION_NANOS = 10;
  private static final int DEFAULT_SAMPLE_TYPE = 14;

  private final Message profile = new Message();
  private final Numbering<String> strings =
      new Numbering<>(0, (id, text) -> profile.text(STRING, text));
  private final Numbering<FunctionKey> functions = new Numbering<>(1, this::function);
  private final Numbering<FrameNames.Line> locations = new Numbering<>(1, this::location);

  private record FunctionKey(String name, String file) {}

  private Pprof() {
    strings.of(""); // has to be the first
  }

  public static void write(RecordingInfo info, List<Sample> samples, OutputStream out)
      throws IOException {
    var pprof = new Pprof();
    for (Weight weight : Weight.values()) {
      pprof.profile.message(
          SAMPLE_TYPE,
          new Message()
              .number(1, pprof.strings.of(weight.type()))
              .number(2, pprof.strings.of(weight.unit())));
    }
    pprof.mapping();
    samples.forEach(pprof::sample);
    pprof
        .profile
        .number(TIME_NANOS, info.startNanos())
        .number(DURATION_NANOS, info.durationNanos())
        .number(DEFAULT_SAMPLE_TYPE, pprof.strings.of(Weight.await.type()));
    try (var gzip = new GZIPOutputStream(out, 1 << 16)) {
      pprof.profile.writeTo(gzip);
    }
  }

  /**
   * One mapping for all code. It says that names, files and lines are known, so that tools do not
   * look for them.
   */
  private void mapping() {
    profile.message(
        MAPPING,
        new Message()
            .number(1, 1)
            .number(5, strings.of("java"))
            .bool(7, true)
            .bool(8, true)
            .bool(9, true));
  }

  private void sample(Sample sample) {
    long[] stack = FrameNames.lines(sample.stack()).stream().mapToLong(locations::of).toArray();
    var message =
        new Message()
            .packed(1, stack)
            .packed(2, sample.awaits(), sample.nanos(), sample.readyNanos());
    label(message, "kind", sample.label());
    label(message, "entry", sample.entry());
    label(message, "waker", sample.waker());
    profile.message(SAMPLE, message);
  }

  private void label(Message sample, String key, String value) {
    if (!value.isEmpty()) {
      sample.message(3, new Message().number(1, strings.of(key)).number(2, strings.of(value)));
    }
  }

  private void location(int id, FrameNames.Line line) {
    long function = functions.of(new FunctionKey(line.function(), line.file()));
    profile.message(
        LOCATION,
        new Message()
            .number(1, id)
            .number(2, 1)
            .message(4, new Message().number(1, function).number(2, line.line())));
  }

  private void function(int id, FunctionKey key) {
    profile.message(
        FUNCTION,
        new Message()
            .number(1, id)
            .number(2, strings.of(key.name()))
            .number(3, strings.of(key.name()))
            .number(4, strings.of(key.file())));
  }
}

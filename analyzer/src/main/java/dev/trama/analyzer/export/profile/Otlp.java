package dev.trama.analyzer.export.profile;

import dev.trama.analyzer.export.proto.Message;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Stack;
import io.opentelemetry.proto.profiles.v1development.Function;
import io.opentelemetry.proto.profiles.v1development.KeyValueAndUnit;
import io.opentelemetry.proto.profiles.v1development.Line;
import io.opentelemetry.proto.profiles.v1development.Location;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.ProfilesData;
import io.opentelemetry.proto.profiles.v1development.ProfilesDictionary;
import io.opentelemetry.proto.profiles.v1development.ResourceProfiles;
import io.opentelemetry.proto.profiles.v1development.ScopeProfiles;
import io.opentelemetry.proto.profiles.v1development.ValueType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * OpenTelemetry profiles, {@code opentelemetry.proto.profiles.v1development.ProfilesData} of the
 * release of opentelemetry-proto that the build names: still a development version, which changes
 * without notice. A profile for each {@link Weight}; samples have the attributes {@code
 * trama.await.kind}, {@code trama.entry} and {@code trama.waker}.
 *
 * <p>Design note: of OpenTelemetry's classes only the field numbers are used, which the compiler
 * puts in as constants; so the jar contains none of them.
 */
public final class Otlp {
  private final Message dictionary = new Message();
  private final Numbering<String> strings =
      new Numbering<>(
          0, (id, text) -> dictionary.text(ProfilesDictionary.STRING_TABLE_FIELD_NUMBER, text));
  private final Numbering<FunctionKey> functions = new Numbering<>(1, this::function);
  private final Numbering<FrameNames.Line> locations = new Numbering<>(1, this::location);
  private final Numbering<Stack> stacks = new Numbering<>(1, this::stack);
  private final Numbering<Attribute> attributes = new Numbering<>(1, this::attribute);

  private record FunctionKey(String name, String file) {}

  private record Attribute(String key, String value) {}

  private Otlp() {
    // The first entry of each table stands for "none".
    strings.of("");
    dictionary
        .message(ProfilesDictionary.MAPPING_TABLE_FIELD_NUMBER, new Message())
        .message(ProfilesDictionary.LOCATION_TABLE_FIELD_NUMBER, new Message())
        .message(ProfilesDictionary.FUNCTION_TABLE_FIELD_NUMBER, new Message())
        .message(ProfilesDictionary.LINK_TABLE_FIELD_NUMBER, new Message())
        .message(ProfilesDictionary.ATTRIBUTE_TABLE_FIELD_NUMBER, new Message())
        .message(ProfilesDictionary.STACK_TABLE_FIELD_NUMBER, new Message());
  }

  /**
   * @param service name of the recorded service; may be empty
   */
  public static void write(
      RecordingInfo info, List<Sample> samples, String service, OutputStream out)
      throws IOException {
    var otlp = new Otlp();
    var scope =
        new Message().message(ScopeProfiles.SCOPE_FIELD_NUMBER, new Message().text(1, "trama"));
    for (Weight weight : Weight.values()) {
      scope.message(ScopeProfiles.PROFILES_FIELD_NUMBER, otlp.profile(info, samples, weight));
    }
    var described = new Message();
    if (!service.isEmpty()) {
      described.message(1, new Message().text(1, "service.name").message(2, anyValue(service)));
    }
    new Message()
        .message(
            ProfilesData.RESOURCE_PROFILES_FIELD_NUMBER,
            new Message()
                .message(ResourceProfiles.RESOURCE_FIELD_NUMBER, described)
                .message(ResourceProfiles.SCOPE_PROFILES_FIELD_NUMBER, scope))
        .message(ProfilesData.DICTIONARY_FIELD_NUMBER, otlp.dictionary)
        .writeTo(out);
  }

  private static Message anyValue(String text) {
    return new Message().text(1, text);
  }

  private Message profile(RecordingInfo info, List<Sample> samples, Weight weight) {
    var profile =
        new Message()
            .message(
                Profile.SAMPLE_TYPE_FIELD_NUMBER,
                new Message()
                    .number(ValueType.TYPE_STRINDEX_FIELD_NUMBER, strings.of(weight.type()))
                    .number(ValueType.UNIT_STRINDEX_FIELD_NUMBER, strings.of(weight.unit())))
            .fixed64(Profile.TIME_UNIX_NANO_FIELD_NUMBER, info.startNanos())
            .number(Profile.DURATION_NANO_FIELD_NUMBER, info.durationNanos());
    for (Sample sample : samples) {
      if (weight.of(sample) > 0) {
        profile.message(Profile.SAMPLES_FIELD_NUMBER, sample(sample, weight.of(sample)));
      }
    }
    return profile;
  }

  private Message sample(Sample sample, long value) {
    long[] described =
        Stream.of(
                new Attribute("trama.await.kind", sample.label()),
                new Attribute("trama.entry", sample.entry()),
                new Attribute("trama.waker", sample.waker()))
            .filter(attribute -> !attribute.value().isEmpty())
            .mapToLong(attributes::of)
            .toArray();
    return new Message()
        .number(
            io.opentelemetry.proto.profiles.v1development.Sample.STACK_INDEX_FIELD_NUMBER,
            stacks.of(sample.stack()))
        .packed(
            io.opentelemetry.proto.profiles.v1development.Sample.ATTRIBUTE_INDICES_FIELD_NUMBER,
            described)
        .packed(io.opentelemetry.proto.profiles.v1development.Sample.VALUES_FIELD_NUMBER, value);
  }

  private void stack(int id, Stack stack) {
    long[] frames = FrameNames.lines(stack).stream().mapToLong(locations::of).toArray();
    dictionary.message(
        ProfilesDictionary.STACK_TABLE_FIELD_NUMBER,
        new Message()
            .packed(
                io.opentelemetry.proto.profiles.v1development.Stack.LOCATION_INDICES_FIELD_NUMBER,
                frames));
  }

  private void location(int id, FrameNames.Line line) {
    int function = functions.of(new FunctionKey(line.function(), line.file()));
    dictionary.message(
        ProfilesDictionary.LOCATION_TABLE_FIELD_NUMBER,
        new Message()
            .message(
                Location.LINES_FIELD_NUMBER,
                new Message()
                    .number(Line.FUNCTION_INDEX_FIELD_NUMBER, function)
                    .number(Line.LINE_FIELD_NUMBER, line.line())));
  }

  private void function(int id, FunctionKey key) {
    int name = strings.of(key.name());
    dictionary.message(
        ProfilesDictionary.FUNCTION_TABLE_FIELD_NUMBER,
        new Message()
            .number(Function.NAME_STRINDEX_FIELD_NUMBER, name)
            .number(Function.SYSTEM_NAME_STRINDEX_FIELD_NUMBER, name)
            .number(Function.FILENAME_STRINDEX_FIELD_NUMBER, strings.of(key.file())));
  }

  private void attribute(int id, Attribute attribute) {
    dictionary.message(
        ProfilesDictionary.ATTRIBUTE_TABLE_FIELD_NUMBER,
        new Message()
            .number(KeyValueAndUnit.KEY_STRINDEX_FIELD_NUMBER, strings.of(attribute.key()))
            .message(KeyValueAndUnit.VALUE_FIELD_NUMBER, anyValue(attribute.value())));
  }
}

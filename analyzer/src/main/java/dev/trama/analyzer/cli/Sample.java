package dev.trama.analyzer.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A sample program, as {@code samples.json} in the samples' jar declares it.
 *
 * @param jvm options of the JVM that are part of what the sample shows
 * @param jar the sample's own jar, relative to Trama's directory; empty for the samples' jar
 */
record Sample(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String shows,
    @JsonProperty(required = true) String main,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> jvm,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String jar) {
  private static final String REGISTRY = "dev/trama/samples/samples.json";

  static List<Sample> all(Home home) {
    Path samplesJar = home.samplesJar();
    try (JarFile jar = new JarFile(samplesJar.toFile());
        InputStream registry = jar.getInputStream(jar.getEntry(REGISTRY))) {
      return new ObjectMapper().readValue(registry, new TypeReference<List<Sample>>() {});
    } catch (IOException e) {
      throw new UserError(samplesJar + " cannot be read: " + e.getMessage() + "; build it anew");
    }
  }

  /** What comes after {@code java} to run this sample. */
  List<String> arguments(Home home) {
    List<String> arguments = new ArrayList<>(jvm);
    Path classPath = jar.isEmpty() ? home.samplesJar() : home.existing(jar);
    arguments.addAll(List.of("-cp", classPath.toString(), main));
    return arguments;
  }
}

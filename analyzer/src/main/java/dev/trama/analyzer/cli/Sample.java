package dev.trama.analyzer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A sample program, as a line of {@code samples.txt} in the samples' jar declares it.
 *
 * @param program a class below {@code dev.trama.samples}, or a jar below Trama's directory
 * @param jvm options of the JVM that are part of what the sample shows
 */
record Sample(String name, String shows, String program, List<String> jvm) {
  private static final String REGISTRY = "dev/trama/samples/samples.txt";

  static List<Sample> all(Home home) {
    Path samplesJar = home.samplesJar();
    try (JarFile jar = new JarFile(samplesJar.toFile());
        BufferedReader registry =
            new BufferedReader(
                new InputStreamReader(
                    jar.getInputStream(jar.getEntry(REGISTRY)), StandardCharsets.UTF_8))) {
      return registry.lines().filter(line -> !line.startsWith("#")).map(Sample::parse).toList();
    } catch (IOException e) {
      throw new UserError(samplesJar + " cannot be read: " + e.getMessage() + "; build it again");
    }
  }

  private static Sample parse(String line) {
    String[] columns = line.split(" *\\| *", 4);
    List<String> jvm = columns.length < 4 ? List.of() : List.of(columns[3].split(" +"));
    return new Sample(columns[0], columns[1], columns[2], jvm);
  }

  /** The arguments after {@code java} to run this sample. */
  List<String> arguments(Home home) {
    List<String> arguments = new ArrayList<>(jvm);
    if (program.endsWith(".jar")) {
      arguments.addAll(List.of("-jar", home.built(program).toString()));
    } else {
      String main = "dev.trama.samples." + program;
      arguments.addAll(List.of("-cp", home.samplesJar().toString(), main));
    }
    return arguments;
  }
}

package dev.trama.analyzer.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where Trama lies, and in it the jars that the analyzer hands to other JVMs. */
record Home(Path directory) {
  /** What {@code bin/trama} says, or else the place that this class was loaded from. */
  static Home find() {
    String told = System.getProperty("trama.home");
    if (told != null) {
      return new Home(Path.of(told));
    }
    try {
      Path jar = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Home(jar.resolve("../../..").normalize());
    } catch (URISyntaxException e) {
      throw new UserError("cannot tell where Trama lies; start it with analyzer/bin/trama");
    }
  }

  Path agentJar() {
    return existing("agent/installer/target/trama-agent.jar");
  }

  Path samplesJar() {
    return existing("sample-apps/target/trama-samples.jar");
  }

  /** The samples' source files, where there is a whole checkout. */
  Optional<Path> sampleSources() {
    return Optional.of(directory.resolve("sample-apps/src/main/java")).filter(Files::isDirectory);
  }

  /** A file that the build leaves at this place. */
  Path existing(String relative) {
    Path jar = directory.resolve(relative);
    if (!Files.isRegularFile(jar)) {
      throw new UserError(jar + " is missing; build it with mvn package in " + directory);
    }
    return jar;
  }
}

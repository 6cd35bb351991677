package dev.trama.analyzer.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Trama's directory, with the jars that the analyzer hands to other JVMs: a checkout, an unpacked
 * distribution, or {@code trama.jar} alone, which contains these jars.
 */
record Home(Path directory) {
  /**
   * The directory that {@code bin/trama} names, or else the place that this class was loaded from.
   */
  static Home find() {
    String told = System.getProperty("trama.home");
    if (told != null) {
      return new Home(Path.of(told));
    }
    try {
      Path jar = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      boolean distribution = Files.isRegularFile(jar.resolveSibling("trama-agent.jar"));
      return new Home(jar.resolve(distribution ? "../.." : "../../..").normalize());
    } catch (URISyntaxException e) {
      throw new UserError("cannot find Trama's own directory; start it with bin/trama");
    }
  }

  Path agentJar() {
    return jar("agent/installer/target", "trama-agent.jar");
  }

  Path samplesJar() {
    return jar("sample-apps/target", "trama-samples.jar");
  }

  /** The samples' source files; empty with {@code trama.jar} alone. */
  Optional<Path> sampleSources() {
    return Optional.of(directory.resolve(isCheckout() ? "sample-apps/src/main/java" : "samples"))
        .filter(Files::isDirectory);
  }

  /** A file that only a checkout has, once it is built. */
  Path built(String relative) {
    Path file = directory.resolve(relative);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          isCheckout()
              ? file + " is missing; build it with mvn package in " + directory
              : file.getFileName() + " is not part of the distribution; it needs Trama's sources");
    }
    return file;
  }

  private Path jar(String inCheckout, String name) {
    if (isCheckout()) {
      return built(inCheckout + "/" + name);
    }
    Path inDistribution = directory.resolve("lib").resolve(name);
    return Files.isRegularFile(inDistribution)
        ? inDistribution
        : CarriedJar.named(name)
            .orElseThrow(() -> new UserError(inDistribution + " is missing; unpack Trama again"))
            .extracted();
  }

  private boolean isCheckout() {
    return Files.isRegularFile(directory.resolve("pom.xml"))
        && Files.isDirectory(directory.resolve("agent"));
  }
}

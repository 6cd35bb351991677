package dev.trama.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings. They are JUnit configuration parameters: set them in {@code
 * junit-platform.properties}, or as system properties of the tests' JVM.
 *
 * @param skipWithoutAgent {@code trama.without-agent=skip}: tests are skipped where there is no
 *     agent; {@code fail}, the default: they fail
 * @param attach {@code trama.attach=false}: the agent is not loaded when it is missing
 * @param reports {@code trama.reports}: where failed tests leave their recordings
 * @param write {@code trama.awaits=write}: expected trees are overwritten
 * @param expected {@code trama.awaits.dir}: where expected trees are written
 */
record Settings(
    boolean skipWithoutAgent, boolean attach, Path reports, boolean write, Path expected) {

  static Settings of(ExtensionContext context) {
    return new Settings(
        choice(context, "trama.without-agent", "fail", "skip"),
        !choice(context, "trama.attach", "true", "false"),
        context
            .getConfigurationParameter("trama.reports")
            .map(Path::of)
            .orElseGet(Settings::buildReports),
        choice(context, "trama.awaits", "check", "write"),
        Path.of(
            context.getConfigurationParameter("trama.awaits.dir").orElse("src/test/resources")));
  }

  /** Whether the second value is chosen. */
  private static boolean choice(ExtensionContext context, String key, String usual, String other) {
    String value =
        context.getConfigurationParameter(key).orElse(usual).strip().toLowerCase(Locale.ROOT);
    if (!value.equals(usual) && !value.equals(other)) {
      throw new ExtensionConfigurationException(
          "trama: " + key + " is '" + value + "'; it can be " + usual + " or " + other);
    }
    return value.equals(other);
  }

  /** Where the build that runs these tests has its reports. */
  private static Path buildReports() {
    boolean gradle =
        Files.exists(Path.of("build.gradle"))
            || Files.exists(Path.of("build.gradle.kts"))
            || (Files.isDirectory(Path.of("build")) && !Files.exists(Path.of("pom.xml")));
    return Path.of(gradle ? "build/reports/trama" : "target/trama-reports");
  }
}

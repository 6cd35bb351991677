package dev.trama.analyzer.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code java} that a user named, checked before it is started: on an old JVM the agent would
 * fail with a page of stack traces.
 */
record JavaCommand(Path executable, int version) {
  private static final int OLDEST = 21;
  private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");

  /** The JVM that runs the analyzer. */
  static JavaCommand own() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JavaCommand(java, Runtime.version().feature());
  }

  static JavaCommand named(String word) {
    String name = Path.of(word).getFileName().toString();
    if (!name.equals("java") && !name.equals("java.exe")) {
      throw new UserError(
          word
              + " is not java; for a script or another launcher, start it yourself with"
              + " JAVA_TOOL_OPTIONS=-javaagent:$(trama agent)");
    }
    boolean isPath = !name.equals(word);
    Optional<Path> found = isPath ? Optional.of(Path.of(word)) : onPath(name);
    if (isPath && !Files.isExecutable(Path.of(word))) {
      throw new UserError("there is no " + word + " to run");
    }
    Optional<JavaCommand> java = found.map(file -> new JavaCommand(file, versionOf(file)));
    if (java.isPresent() && java.get().version() >= OLDEST) {
      return java.get();
    }
    if (isPath) {
      throw new UserError(
          word + " is Java " + versionOf(found.get()) + "; virtual threads need 21 or later");
    }
    System.err.printf(
        "trama: %s; running %s instead%n",
        java.map(
                old ->
                    "java on the PATH is Java " + old.version() + ", too old for virtual threads")
            .orElse("there is no java on the PATH"),
        own().executable());
    return own();
  }

  private static Optional<Path> onPath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Asks the JVM itself: it takes 50 ms, and is right for shims and wrappers too. */
  private static int versionOf(Path java) {
    try {
      Process process =
          new ProcessBuilder(java.toString(), "-version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .map(VERSION::matcher)
            .filter(Matcher::find)
            .map(version -> Integer.parseInt(version.group(1)))
            .findFirst()
            .orElse(0);
      }
    } catch (IOException e) {
      throw new UserError("cannot run " + java + ": " + e.getMessage());
    }
  }
}

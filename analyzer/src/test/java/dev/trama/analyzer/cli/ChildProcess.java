package dev.trama.analyzer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a process that a test started said, and how it ended. */
public record ChildProcess(int status, String out, String err) {
  /** The root of the project, where the launcher and all jars are. */
  public static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  static final String TRAMA = PROJECT.resolve("analyzer/bin/trama").toString();

  /** Starts {@code trama} as a user does, on the JVM that runs the tests. */
  static ChildProcess trama(Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(TRAMA));
    command.addAll(arguments);
    return run(
        directory,
        Map.of("PATH", System.getenv("PATH"), "TRAMA_JAVA", System.getProperty("java.home")),
        command);
  }

  public static ChildProcess run(
      Path directory, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("child", ".out");
    Path err = Files.createTempFile("child", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      int status = builder.start().waitFor();
      return new ChildProcess(
          status,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}

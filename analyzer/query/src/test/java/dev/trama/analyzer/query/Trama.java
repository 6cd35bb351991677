package dev.trama.analyzer.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged analyzer, in a process of its own. */
record Trama(int status, String out, String err) {
  static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  static Trama run(Path directory, String... arguments) throws IOException, InterruptedException {
    Process process = start(directory, arguments);
    int status = process.waitFor();
    return new Trama(status, read(directory.resolve("out")), read(directory.resolve("err")));
  }

  static Process start(Path directory, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(JAVA, "-jar", PROJECT.resolve("analyzer/target/trama.jar").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  /** Of a sample that runs under the agent. */
  static Path record(Path directory, String name, String program) throws Exception {
    Path samples = PROJECT.resolve("sample-apps/target/trama-samples.jar");
    Trama run =
        run(directory, "run", "--out", name, "--", JAVA, "-cp", samples.toString(), program);
    if (run.status != 0) {
      throw new IllegalStateException(run.err);
    }
    return directory.resolve(name);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

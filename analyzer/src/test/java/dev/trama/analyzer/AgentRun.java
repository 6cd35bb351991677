package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a workload of the test classes in a JVM of its own under the packaged agent. */
public final class AgentRun {
  private AgentRun() {}

  /** The recording it leaves. */
  public static Path record(Path dir, Class<?> workload, String... jvmOptions)
      throws IOException, InterruptedException {
    return record(dir, "stacks=all", workload, jvmOptions);
  }

  /**
   * The recording it leaves.
   *
   * @param agentOptions besides the file
   */
  public static Path record(Path dir, String agentOptions, Class<?> workload, String... jvmOptions)
      throws IOException, InterruptedException {
    Path file = dir.resolve(workload.getSimpleName() + ".jfr");
    run(
        dir,
        workload,
        Stream.concat(Stream.of(javaagent(agentOptions, file)), Stream.of(jvmOptions)),
        List.of());
    return file;
  }

  /** The recording it leaves, with every stack. */
  public static Path record(
      Path dir, Class<?> workload, List<String> arguments, List<String> jvmOptions)
      throws IOException, InterruptedException {
    Path file = dir.resolve(workload.getSimpleName() + ".jfr");
    run(
        dir,
        workload,
        Stream.concat(Stream.of(javaagent("stacks=all", file)), jvmOptions.stream()),
        arguments);
    return file;
  }

  private static String javaagent(String options, Path file) {
    Path agent = Path.of("../agent/installer/target/trama-agent.jar").toAbsolutePath().normalize();
    assertThat(agent).as("the packaged agent").exists();
    return "-javaagent:" + agent + "=" + options + ",file=" + file;
  }

  /** The recording that JFR makes by itself with the given settings. */
  public static Path recordWithoutAgent(Path dir, String settings, Class<?> workload)
      throws IOException, InterruptedException {
    Path file = dir.resolve(workload.getSimpleName() + "-agentless.jfr");
    run(
        dir,
        workload,
        Stream.of("-XX:StartFlightRecording:filename=" + file + ",settings=" + settings),
        List.of());
    return file;
  }

  private static void run(
      Path dir, Class<?> workload, Stream<String> jvmOptions, List<String> arguments)
      throws IOException, InterruptedException {
    Path log = dir.resolve(workload.getSimpleName() + ".log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.of(
                Stream.of(java),
                jvmOptions,
                Stream.of("-cp", System.getProperty("java.class.path"), workload.getName()),
                arguments.stream())
            .flatMap(s -> s)
            .toList();
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(log)).isZero();
  }
}

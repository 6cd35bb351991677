package dev.trama.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs a program in a JVM of its own, under the packaged agent as a rule. */
public final class AgentRun {
  private static final Pattern FIGURE = Pattern.compile("(?m)^(\\w+)=(\\d+)$");

  private AgentRun() {}

  /**
   * What the JVM runs.
   *
   * @param words the words after {@code java} and its options
   */
  public record Program(String name, List<String> words) {
    public static Program of(Class<?> workload, String... arguments) {
      String classPath = System.getProperty("java.class.path");
      return of(workload.getSimpleName(), List.of("-cp", classPath, workload.getName()), arguments);
    }

    /** A program of one file, which the JVM compiles. */
    public static Program of(Path source, String... arguments) {
      return of(source.getFileName().toString(), List.of(source.toString()), arguments);
    }

    private static Program of(String name, List<String> program, String... arguments) {
      return new Program(name, Stream.concat(program.stream(), Stream.of(arguments)).toList());
    }
  }

  /** The recording it leaves, with every stack. */
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
    return record(dir, agentOptions, Program.of(workload), List.of(jvmOptions));
  }

  /** The recording it leaves, with every stack. */
  public static Path record(Path dir, Program program, List<String> jvmOptions)
      throws IOException, InterruptedException {
    return record(dir, "stacks=all", program, jvmOptions);
  }

  /** The recording it leaves, with these options of the agent's. */
  public static Path record(Path dir, Program program, String agentOptions)
      throws IOException, InterruptedException {
    return record(dir, agentOptions, program, List.of());
  }

  private static Path record(
      Path dir, String agentOptions, Program program, List<String> jvmOptions)
      throws IOException, InterruptedException {
    Path agent = Path.of("../agent/installer/target/trama-agent.jar").toAbsolutePath().normalize();
    assertThat(agent).as("the packaged agent").exists();
    Path file = Files.createTempFile(dir, program.name(), ".jfr");
    String javaagent = "-javaagent:" + agent + "=" + agentOptions + ",file=" + file;
    run(dir, program, Stream.concat(Stream.of(javaagent), jvmOptions.stream()));
    return file;
  }

  /** The figures that the program printed when it ran last: lines of {@code name=number}. */
  public static Map<String, Integer> printed(Path dir, Class<?> program) throws IOException {
    Map<String, Integer> figures = new LinkedHashMap<>();
    Matcher line = FIGURE.matcher(Files.readString(log(dir, program.getSimpleName())));
    while (line.find()) {
      figures.put(line.group(1), Integer.valueOf(line.group(2)));
    }
    return figures;
  }

  /** The recording that JFR makes by itself with the given settings. */
  public static Path recordWithoutAgent(Path dir, String settings, Program program)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(dir, program.name(), "-agentless.jfr");
    run(
        dir,
        program,
        Stream.of("-XX:StartFlightRecording:filename=" + file + ",settings=" + settings));
    return file;
  }

  private static Path log(Path dir, String program) {
    return dir.resolve(program + ".log");
  }

  private static void run(Path dir, Program program, Stream<String> jvmOptions)
      throws IOException, InterruptedException {
    Path log = log(dir, program.name());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.of(Stream.of(java), jvmOptions, program.words().stream())
            .flatMap(words -> words)
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

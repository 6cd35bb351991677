package dev.trama.agent.child;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program to be run in a JVM of its own: the JVM that runs the tests, the test classes as class
 * path. Every child has a hard time limit, past which its threads are dumped and it is killed.
 */
public final class ChildJvm {
  /** Far more than any child takes on an idle machine: it only ends children that hang. */
  private static final long LIMIT_SECONDS = 120;

  private static final Path AGENT = Path.of(System.getProperty("trama.agent.jar", "unset"));

  private final Class<?> program;
  private final Path directory;
  private final List<String> flags = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<String> prefix = new ArrayList<>();
  private Optional<Path> recording = Optional.empty();
  private long limitSeconds = LIMIT_SECONDS;

  private ChildJvm(Class<?> program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /** A child that runs {@code program}'s main method in {@code directory}. */
  public static ChildJvm running(Class<?> program, Path directory) {
    return new ChildJvm(program, directory);
  }

  /** The packaged agent. */
  public static Path agentJar() {
    return AGENT;
  }

  /** Adds flags of the JVM, in the order given. */
  public ChildJvm flags(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  /** Adds arguments of the program. */
  public ChildJvm arguments(Object... more) {
    for (Object argument : more) {
      arguments.add(argument.toString());
    }
    return this;
  }

  /** Adds the agent, recording to {@code recording.jfr} in the child's directory. */
  public ChildJvm traced(String... options) {
    recording = Optional.of(directory.resolve("recording.jfr"));
    List<String> all = new ArrayList<>(List.of("file=" + recording.get()));
    all.addAll(List.of(options));
    return agent(String.join(",", all));
  }

  /** Adds the agent with exactly these options. */
  public ChildJvm agent(String options) {
    return flags("-javaagent:" + AGENT + (options.isEmpty() ? "" : "=" + options));
  }

  /** How many carriers there are. */
  public ChildJvm carriers(int count) {
    return flags(
        "-Djdk.virtualThreadScheduler.parallelism=" + count,
        "-Djdk.virtualThreadScheduler.maxPoolSize=" + Math.max(count, 256));
  }

  /** Puts a command before {@code java}. */
  public ChildJvm under(String... command) {
    prefix.addAll(List.of(command));
    return this;
  }

  /** Changes the time limit. */
  public ChildJvm within(long seconds) {
    limitSeconds = seconds;
    return this;
  }

  /** Starts the child. */
  public RunningJvm start() throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(ownJava().toString());
    command.add("-cp");
    command.add(testClasses());
    command.addAll(flags);
    command.add(program.getName());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    // A JVM prints "Picked up ..." on standard error, where the tests want only the agent's lines.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return new RunningJvm(builder.start(), recording, SECONDS.toNanos(limitSeconds));
  }

  /** Runs the child to its end. */
  public EndedJvm run() throws IOException, InterruptedException {
    try (RunningJvm running = start()) {
      return running.end();
    }
  }

  static Path ownJava() {
    return Path.of(ProcessHandle.current().info().command().orElseThrow());
  }

  private static String testClasses() {
    try {
      var location = ChildJvm.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

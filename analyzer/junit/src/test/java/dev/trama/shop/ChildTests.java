package dev.trama.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;

/** Runs {@link Claims} in a JVM of its own, as in a project that has only this jar and JUnit. */
final class ChildTests {
  private ChildTests() {}

  /**
   * What the JVM said: {@code test: STATUS message} for each test, and what is on standard error.
   *
   * @param agentJar whether the agent is on the class path
   * @param options of the JVM, JUnit's configuration parameters among them
   */
  static List<String> run(boolean agentJar, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(agentJar), ChildTests.class.getName()));
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    jvm.getOutputStream().close();
    String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jvm.waitFor() != 0) {
      throw new AssertionError("the JVM ended with " + jvm.exitValue() + ":\n" + said);
    }
    return said.lines().toList();
  }

  /** Without what this jar contains, and what only the boot loader has. */
  private static String classPath(boolean agentJar) {
    String separator = System.getProperty("path.separator");
    return Arrays.stream(System.getProperty("java.class.path").split(separator))
        .filter(entry -> isThere(Path.of(entry).getFileName().toString(), agentJar))
        .collect(Collectors.joining(separator));
  }

  private static boolean isThere(String jar, boolean agentJar) {
    return Stream.of("trama-probe", "trama-analyzer", "HdrHistogram", "jackson-", "picocli")
            .noneMatch(jar::startsWith)
        && (agentJar || !jar.startsWith("trama-agent"));
  }

  /** In the child. */
  public static void main(String[] arguments) {
    Map<String, String> settings = new TreeMap<>(); // which JUnit's test kit does not look up
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("trama.")) {
        settings.put(name, System.getProperty(name));
      }
    }
    for (var event : Outcomes.of(Claims.class, settings).finished().list()) {
      TestExecutionResult result = event.getPayload(TestExecutionResult.class).orElseThrow();
      String message =
          result.getThrowable().map(Throwable::toString).orElse("").lines().findFirst().orElse("");
      String name = event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", "");
      System.out.println((name + ": " + result.getStatus() + " " + message).strip());
    }
  }
}

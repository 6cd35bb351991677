package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.analyzer.workload.Ends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama dump} as a user starts it. */
@DisabledOnOs(OS.WINDOWS)
final class DumpIT {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path directory;

  @Test
  void writesAFileWithItsReason_andAgain_andTheProgramGoesOn() throws Exception {
    Process program = start("file=" + directory.resolve("app.jfr"));
    try {
      awaitSlept(program);
      ChildProcess first = dump(program, "--reason", "slow, \"since\" 14:05");
      assertThat(first.status()).as(first.err()).isZero();
      Path file = Path.of(first.out().strip());
      assertThat(file.getParent()).isEqualTo(directory);
      assertThat(CommandLineRun.successful("summary", file.toString()).lines().toList().get(1))
          .startsWith("dumped    slow, \"since\" 14:05, at ");
      assertThat(dump(program).status()).as("no limit to how often").isZero();
      assertThat(program.isAlive()).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void withoutAnAgent_isOneLine_andNoneIsLoaded() throws Exception {
    Process program = start();
    try {
      awaitSlept(program);
      refused(dump(program), "there is no agent in process " + program.pid());
      assertThat(Files.readString(directory.resolve("err"))).doesNotContain("agent");
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void agentWithoutARecording_isOneLine() throws Exception {
    Process program = start("recording=none");
    try {
      awaitSlept(program);
      refused(dump(program), "the agent there has no recording of its own");
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void programThatIsStopped_isGivenUp() throws Exception {
    Process program = start("file=" + directory.resolve("app.jfr"));
    try {
      awaitSlept(program);
      assertThat(dump(program).status()).as("attached to before, so it listens").isZero();
      signal(program, "-STOP");
      refused(dump(program, "--timeout", "2"), "does not answer within 2 s; is it stopped?");
      signal(program, "-CONT");
      assertThat(dump(program).status()).isZero();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void noSuchProcess_isOneLine() throws Exception {
    refused(trama("dump", "999999999"), "cannot attach to 999999999");
  }

  private static void refused(ChildProcess dump, String line) {
    assertThat(dump.status()).isEqualTo(2);
    assertThat(dump.out()).isEmpty();
    assertThat(dump.err()).hasLineCount(1).contains(line);
  }

  private static void signal(Process program, String signal) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, "" + program.pid()).start().waitFor()).isZero();
  }

  private static void awaitSlept(Process program) throws Exception {
    assertThat(program.inputReader().readLine()).isEqualTo("slept");
  }

  /** A program that sleeps, says so and does not end; under the agent if there are options. */
  private Process start(String... agentOptions) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA_HOME.resolve("bin/java").toString()));
    command.add("-XX:+EnableDynamicAgentLoading");
    for (String options : agentOptions) {
      command.add("-javaagent:" + Home.find().agentJar() + "=" + options);
    }
    Path classes = Path.of(Ends.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    command.addAll(List.of("-cp", classes.toString(), Ends.class.getName(), "never"));
    return new ProcessBuilder(command).redirectError(directory.resolve("err").toFile()).start();
  }

  private ChildProcess dump(Process program, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("dump", Long.toString(program.pid())));
    words.addAll(List.of(options));
    return trama(words.toArray(String[]::new));
  }

  private ChildProcess trama(String... arguments) throws Exception {
    return ChildProcess.trama(directory, List.of(arguments));
  }
}

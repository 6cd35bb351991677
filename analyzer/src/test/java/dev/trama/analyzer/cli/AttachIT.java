package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trama.analyzer.workload.Elders;
import dev.trama.analyzer.workload.Ends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama attach} as a user starts it, on a program that is running. */
@DisabledOnOs(OS.WINDOWS)
final class AttachIT {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path directory;

  @Test
  void tracesFromAttachingToStoppingAndLeavesTheProgramRunning() throws Exception {
    Process program = start(Ends.class, "never");
    try (var out = program.inputReader()) {
      assertThat(out.readLine()).isEqualTo("slept");
      String pid = Long.toString(program.pid());

      ChildProcess attached = trama("attach", pid, "--out", "x.jfr");
      assertThat(attached.status()).as(attached.err()).isZero();
      ChildProcess stopped = trama("attach", pid, "--stop");
      assertThat(stopped.status()).as(stopped.err()).isZero();

      assertThat(Files.readString(directory.resolve("err"))).contains("trama: recording to ");
      assertThat(CommandLineRun.successful("summary", directory.resolve("x.jfr").toString()))
          .contains("no await lost");
      assertThat(program.isAlive()).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  /** Nothing says when the suspended tasks began, or began to await. */
  @Test
  void tasksThatWereSuspendedBefore_areInFlightAllAlong_andRunOnlyOnceTheyDo() throws Exception {
    Process program = start(Elders.class);
    try (var out = program.inputReader();
        var in = program.outputWriter()) {
      assertThat(out.readLine()).isEqualTo("suspended");
      String pid = Long.toString(program.pid());
      assertThat(trama("attach", pid, "--out", "x.jfr").status()).isZero();
      in.write('\n');
      in.flush();
      assertThat(out.readLine()).isEqualTo("ended");
      assertThat(trama("attach", pid, "--stop").status()).isZero();
    } finally {
      program.destroyForcibly();
    }
    JsonNode summary =
        CommandLineRun.json("summary", directory.resolve("x.jfr").toString(), "--json");
    assertThat(summary.at("/tasks/seen").asInt()).isEqualTo(Elders.TASKS);
    assertThat(summary.at("/tasks/started").asInt()).isZero();
    assertThat(summary.at("/tasks/maxInFlight").asInt()).isEqualTo(Elders.TASKS);
    assertThat(summary.at("/awaits/byKind/sleep/count").asInt()).isEqualTo(Elders.TASKS);
    assertThat(summary.at("/carriers/maxSeemingToRun").asInt()).isLessThanOrEqualTo(1);
    assertThat(summary.at("/completeness/truncatedTasks").asInt()).isEqualTo(Elders.TASKS);
  }

  private Process start(Class<?> program, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA_HOME.resolve("bin/java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString(),
                program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(directory.resolve("err").toFile()).start();
  }

  @Test
  void saysInOneLineThatThereIsNoSuchProcess() throws Exception {
    ChildProcess attached = trama("attach", "999999999");

    assertThat(attached.status()).isEqualTo(2);
    assertThat(attached.err()).hasLineCount(1).contains("cannot attach to 999999999");
  }

  private ChildProcess trama(String... arguments) throws Exception {
    return ChildProcess.trama(directory, List.of(arguments));
  }
}

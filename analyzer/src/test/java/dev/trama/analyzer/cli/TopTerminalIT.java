package dev.trama.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trama.analyzer.workload.Watched;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code trama top} in a real terminal: keys are typed, the screen is read. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class TopTerminalIT {
  @TempDir Path directory;
  private WatchedProgram program;

  @BeforeEach
  void startProgram() throws Exception {
    assumeTrue(TmuxTerminal.isInstalled(), "tmux is not installed");
    program = WatchedProgram.start(directory);
  }

  @AfterEach
  void stopProgram() {
    if (program != null) {
      program.close();
    }
  }

  private TmuxTerminal top(String server, int width, int height) throws Exception {
    String command = ChildProcess.TRAMA + " top " + program.pid();
    return TmuxTerminal.start(directory, server, width, height, command);
  }

  /** Between two sizes the terminal shows parts of what was drawn for the first. */
  private static boolean isWhole(String screen, int width, int height) {
    List<String> lines = screen.lines().toList();
    return lines.size() == height
        && lines.getFirst().startsWith("trama top")
        && lines.getFirst().length() == width
        && lines.getLast().startsWith("q quit");
  }

  private static void assertFits(String screen, int width, int height) {
    assertThat(screen.lines())
        .hasSizeLessThanOrEqualTo(height)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    assertThat(screen.lines().toList().getFirst()).startsWith("trama top");
  }

  @Test
  void keysChangeTheScreen_andQuittingLeavesTheTerminalAndTheProgramAsTheyWere() throws Exception {
    try (var terminal = top("keys", 80, 24)) {
      String entries = terminal.await("Watched.lock");
      assertFits(entries, 80, 24);
      assertThat(entries).contains("5 ", "lock 5", "semaphore 3").doesNotContain("READY P50");

      terminal.type("2");
      assertFits(terminal.await("AWAITS/s     MEAN"), 80, 24);

      terminal.type("3");
      terminal.await(screen -> screen.contains("lock · locked") && screen.contains("guest-0"));
      terminal.type("/", "guest", "Enter");
      String guests =
          terminal.await(
              screen -> screen.contains("only with 'guest'") && screen.contains("q quit"));
      assertThat(guests).contains("guest-0", "guest-2").doesNotContain("lock · locked");

      terminal.type("Escape");
      terminal.await("lock · locked");
      terminal.type("/", "locked-out-0", "Enter", "Enter");
      String task = terminal.await("held by holder");
      assertFits(task, 80, 24);
      assertThat(task).contains("awaits lock", "Watched.lock", "Watched.java");

      terminal.type("Escape");
      terminal.await(screen -> !screen.contains("held by"));
      terminal.type("h");
      assertThat(terminal.await("go back")).contains("pause, and go on");
      terminal.type("h", "Space");
      terminal.await("PAUSED");
      terminal.type("Space");
      terminal.await(screen -> !screen.contains("PAUSED"));

      terminal.type("1", "s");
      terminal.await("AWAITS/s▾");

      terminal.type("q");
      String after = terminal.awaitEnd();
      assertThat(after).contains("before", "status=0", "echoes").doesNotContain("Watched.lock");
    }
    program.awaitNoAgent();
    assertThat(program.isAlive()).isTrue();
  }

  @Test
  void aTerminalThatIsResized_isFilledAnew() throws Exception {
    try (var terminal = top("resize", 160, 50)) {
      assertFits(terminal.await("READY P50"), 160, 50);
      terminal.resize(80, 24);
      assertFits(terminal.await(screen -> isWhole(screen, 80, 24)), 80, 24);
      terminal.resize(160, 50);
      String large = terminal.await(screen -> isWhole(screen, 160, 50));
      assertThat(large).contains("READY P50");
      assertFits(large, 160, 50);
      assertThat(large.lines().toList().getLast()).startsWith("q quit");
    }
  }

  @Test
  void withNoColor_thereIsNone() throws Exception {
    String command = "NO_COLOR=1 " + ChildProcess.TRAMA + " top " + program.pid();
    try (var terminal = TmuxTerminal.start(directory, "grey", 80, 24, command)) {
      terminal.await("Watched.lock");
      assertThat(terminal.painted())
          .contains("\u001b[7m")
          .doesNotContainPattern("\u001b\\[(\\d+;)*[34][0-7]");
    }
    try (var terminal = top("colour", 80, 24)) {
      terminal.await("Watched.lock");
      assertThat(terminal.painted()).containsPattern("\u001b\\[(\\d+;)*[34][0-7]");
    }
  }

  @Test
  void whenTheProgramEnds_oneLineSaysSo() throws Exception {
    try (var terminal = top("end", 80, 24)) {
      terminal.await("Watched.lock");
      program.kill();
      assertThat(terminal.awaitEnd())
          .contains("trama: process " + program.pid() + " has ended", "echoes")
          .doesNotContain("Watched.lock");
    }
  }

  @Test
  void whenTheProgramIsSuspended_theViewSaysSoUntilItGoesOn() throws Exception {
    try (var terminal = top("stop", 80, 24)) {
      terminal.await("Watched.lock");
      signal("-STOP");
      terminal.await("no answer for 1");
      signal("-CONT");
      terminal.await(screen -> !screen.contains("no answer for"));
      terminal.type("q");
      terminal.await("status=0");
    }
  }

  private void signal(String signal) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, program.pid()).start().waitFor()).isZero();
  }

  @Test
  void whenTheViewIsKilled_theAgentLeavesByItself() throws Exception {
    try (var terminal = top("kill", 80, 24)) {
      terminal.await("Watched.lock");
      assertThat(program.hasAgent()).isTrue();
      terminal.jvm().destroyForcibly();
      program.awaitNoAgent();
      assertThat(program.isAlive()).isTrue();
    }
  }

  @Test
  void twoViews_doNotDisturbEachOther_andTheAgentStaysForTheSecond() throws Exception {
    try (var first = top("first", 80, 24)) {
      first.await("Watched.lock");
      try (var second = top("second", 80, 24)) {
        assertThat(second.await("Watched.lock"))
            .contains("lock " + Watched.LOCKED_OUT, "semaphore " + Watched.GUESTS);
        first.type("q");
        first.await("status=0");
        second.type("3", "/", "locked-out-0", "Enter", "Enter");
        second.await("held by holder");
        assertThat(program.hasAgent()).isTrue();
        second.type("q");
        second.await("status=0");
      }
    }
    program.awaitNoAgent();
  }
}

package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loaded into a running program, stopped, loaded again: the program does not notice. */
class AttachIT {
  private static final int LIVES = 3;
  private static final int AWAITS = 50;
  private static final String TWICE = "the agent is installed already; these options are ignored";

  @TempDir private Path directory;

  @Test
  void attached_tracesFromThenOn_untilStopped() throws Exception {
    Path file = directory.resolve("attached.jfr");
    Path others = directory.resolve("others.jfr");
    try (RunningJvm running = asking().start().awaitLine("next?")) {
      tell(running, 1, "untraced");
      load(running, "file=" + file);
      running.jcmd("JFR.start", "name=others", "filename=" + others);
      tell(running, 2, "traced");
      load(running, "stop");
      Traced traced = Traced.read(file).whole();
      assertThat(traced.awaitsOf("untraced")).isEmpty();
      assertThat(traced.awaitsOf("traced")).hasSize(AWAITS);

      // The other recording goes on and would still have the events if there were hooks.
      tell(running, 3, "stopped");
      running.jcmd("JFR.stop", "name=others");
      assertThat(Traced.readAny(others).awaitsOf("traced")).hasSize(AWAITS);
      assertThat(Traced.readAny(others).awaitsOf("stopped")).isEmpty();
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.out()).endsWith("ended\n");
      assertThat(ended.agentLines()).noneMatch(line -> line.contains("fail"));
    }
  }

  @Test
  void stoppedAndLoadedAgain_tracesAgain() throws Exception {
    Path first = directory.resolve("first.jfr");
    Path second = directory.resolve("second.jfr");
    try (RunningJvm running = asking().start().awaitLine("next?")) {
      load(running, "file=" + first);
      tell(running, 1, "one");
      load(running, "stop");
      tell(running, 2, "between");
      load(running, "file=" + second);
      tell(running, 3, "two");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.agentLines()).noneMatch(line -> line.contains("fail"));
    }
    assertThat(Traced.read(first).awaitsOf("one")).hasSize(AWAITS);
    Traced traced = Traced.read(second);
    assertThat(traced.awaitsOf("one")).isEmpty();
    assertThat(traced.awaitsOf("between")).isEmpty();
    assertThat(traced.awaitsOf("two")).hasSize(AWAITS);
  }

  @Test
  void attachedTwice_isOneAgent() throws Exception {
    Path first = directory.resolve("first.jfr");
    Path second = directory.resolve("second.jfr");
    try (RunningJvm running = asking().start().awaitLine("next?")) {
      load(running, "file=" + first);
      load(running, "file=" + second);
      tell(running, 1, "traced");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.agentLines()).contains(TWICE);
    }
    assertThat(Traced.read(first).whole().awaitsOf("traced")).hasSize(AWAITS);
    assertThat(Files.exists(second)).isFalse();
  }

  @Test
  void onTheCommandLineTwice_isOneAgent() throws Exception {
    Path second = directory.resolve("second.jfr");
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory)
            .traced()
            .agent("file=" + second)
            .run()
            .succeeded();
    assertThat(ended.agentLines()).hasSize(2).contains(TWICE);
    assertThat(ended.recording().whole().awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
    assertThat(Files.exists(second)).isFalse();
  }

  @Test
  void stopWithNothingToStop_isOneLine() throws Exception {
    try (RunningJvm running = asking().start().awaitLine("next?")) {
      load(running, "stop");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.agentLines())
          .containsExactly("there is nothing to stop: the agent is not installed");
    }
  }

  /** The program's longest pause is printed, as a figure for readers. */
  @Test
  void attachedAndStoppedUnderLoad_changesNothing() throws Exception {
    try (RunningJvm running =
        ChildJvm.running(LoadedProgram.class, directory)
            .flags("-XX:+EnableDynamicAgentLoading")
            .start()
            .awaitLine("loaded")) {
      tell(running, "untraced");
      for (int life = 1; life <= LIVES; life++) {
        Path file = directory.resolve("life-" + life + ".jfr");
        load(running, "file=" + file);
        tell(running, "attached-" + life);
        load(running, "stop");
        tell(running, "stopped-" + life);
        Traced traced = Traced.count(file);
        assertThat(traced.count("trama.Await")).isPositive();
        assertThat(traced.completeness().failures()).isZero();
      }
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.out()).endsWith("exact\n");
      assertThat(ended.otherErrorLines()).noneMatch(line -> line.contains("Exception"));
      assertThat(ended.agentLines()).noneMatch(line -> line.contains("error"));
      ended.out().lines().filter(line -> line.startsWith("stall")).forEach(System.out::println);
    }
  }

  private static void tell(RunningJvm running, String line) throws InterruptedException {
    running.say(line).awaitLine(line);
  }

  private ChildJvm asking() {
    return ChildJvm.running(AskingProgram.class, directory).flags("-XX:+EnableDynamicAgentLoading");
  }

  private static void tell(RunningJvm running, int turn, String name) throws InterruptedException {
    running.say("yield " + AWAITS + " " + name).awaitLine("next? " + (turn + 1));
  }

  private static void load(RunningJvm running, String options) throws Exception {
    VirtualMachine jvm = VirtualMachine.attach(Long.toString(running.pid()));
    try {
      jvm.loadAgent(ChildJvm.agentJar().toString(), options);
    } finally {
      jvm.detach();
    }
  }
}

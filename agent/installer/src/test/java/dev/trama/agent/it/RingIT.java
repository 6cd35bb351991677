package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that keep the recent past only, and recordings that are the user's own. */
class RingIT {
  private static final int MANY = 300_000;
  private static final int FEW = 100;

  @TempDir private Path directory;

  @Test
  void ring_keepsWhatIsRecent() throws Exception {
    ChildJvm child =
        ChildJvm.running(AskingProgram.class, directory)
            .flags("-XX:FlightRecorderOptions:maxchunksize=1M")
            .traced("maxage=1h", "maxsize=3m", "stacks=none");
    try (RunningJvm running = child.start().awaitLine("next?")) {
      assertThat(running.jcmd("JFR.check", "name=trama")).contains("maxsize=3.0MB", "maxage=1h");
      running.say("yield " + MANY + " long-ago").awaitLine("next? 2");
      running.say("yield " + FEW + " recent").awaitLine("next? 3");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.agentLines()).noneMatch(line -> line.contains("chunks"));
      Traced traced = ended.recording();
      assertThat(traced.awaitsOf("recent")).hasSize(FEW);
      assertThat(traced.awaitsOf("long-ago")).hasSizeBetween(1, MANY / 2);
      assertThat(traced.completeness().seen()).isEqualTo(MANY + FEW);
    }
  }

  @Test
  void ringOfLessThanTwoChunks_isWarnedOf() throws Exception {
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory).traced("maxsize=10m").run().succeeded();
    assertThat(ended.agentLines())
        .anySatisfy(line -> assertThat(line).contains("two of JFR's chunks", "maxsize=24m"));
  }

  @Test
  void noRecordingOfItsOwn_givesItsEventsToTheUsers() throws Exception {
    Path users = directory.resolve("users.jfr");
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory)
            .flags("-XX:StartFlightRecording:filename=" + users)
            .agent("recording=none")
            .run()
            .succeeded();
    assertThat(ended.agentLines()).isEmpty();
    assertThat(Traced.read(users).awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
  }

  @Test
  void noRecordingOfItsOwn_givesItsEventsToJcmd() throws Exception {
    Path users = directory.resolve("users.jfr");
    ChildJvm child = ChildJvm.running(AskingProgram.class, directory).agent("recording=none");
    try (RunningJvm running = child.start().awaitLine("next?")) {
      running.say("yield " + FEW + " unrecorded").awaitLine("next? 2");
      running.jcmd("JFR.start", "name=users");
      running.say("yield " + FEW + " recorded").awaitLine("next? 3");
      running.jcmd("JFR.stop", "name=users", "filename=" + users);
      running.say("yield " + FEW + " unrecorded").awaitLine("next? 4");
      running.say("end").end().succeeded();
    }
    Traced traced = Traced.read(users);
    assertThat(traced.awaitsOf("recorded")).hasSize(FEW);
    assertThat(traced.awaitsOf("unrecorded")).isEmpty();
  }

  @Test
  void ownRecording_andTheUsers_eachHaveAll() throws Exception {
    Path users = directory.resolve("users.jfr");
    EndedJvm ended =
        ChildJvm.running(ExitProgram.class, directory)
            .flags("-XX:StartFlightRecording:filename=" + users)
            .traced()
            .run()
            .succeeded();
    assertThat(ended.recording().awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
    assertThat(Traced.read(users).awaitsOf("sleeper")).hasSize(ExitProgram.SLEEPS);
  }
}

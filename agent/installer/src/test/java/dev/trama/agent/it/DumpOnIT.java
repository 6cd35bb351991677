package dev.trama.agent.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Traced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written when a condition holds, or the application asks. */
class DumpOnIT {
  private static final long LIMIT_SECONDS = 60;
  private static final String DRAINED = "awaiting(semaphore)>10";

  @TempDir private Path directory;

  @Test
  void drainedPool_leavesAFile_withTheReason_andWhatWasBefore() throws Exception {
    try (RunningJvm running = start("dumpon=" + DRAINED, "dumpevery=1s")) {
      running.say("sleep").awaitLine("next? 2");
      running.say("drain").awaitLine("next? 3");
      Path file = awaitFiles(1).getFirst();
      running.say("refill").awaitLine("next? 4");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.agentLines())
          .anyMatch(line -> line.startsWith(DRAINED + ": 20 awaiting; wrote " + file));
      RecordedEvent dump = dumps(file).getFirst();
      assertThat(dump.getString("condition")).isEqualTo(DRAINED);
      assertThat(dump.getString("reason")).isEqualTo("20 awaiting");
      assertThat(dump.getString("file")).isEqualTo(file.toString());
      Traced traced = Traced.read(file);
      assertThat(traced.awaitsOf("before")).isNotEmpty();
      assertThat(traced.stillSuspended())
          .filteredOn(it -> it.name().startsWith("borrower"))
          .hasSize(20);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void conditionThatGoesOn_makesOneFile_andAnotherWhenItComesBack() throws Exception {
    try (RunningJvm running =
        start("dumpon=" + DRAINED, "dumpon=stuck(semaphore)>3s", "dumpevery=1s", "dumpkeep=3")) {
      running.say("drain").awaitLine("next? 2");
      List<Path> files = awaitFiles(2); // the second one for having lasted
      assertThat(dumps(files.getLast()).getLast().getString("condition"))
          .isEqualTo("stuck(semaphore)>3s");
      assertThat(dumps(files.getLast()).getLast().getString("reason")).contains("borrower-");
      running.say("refill").awaitLine("next? 3");
      awaitDumpCount(running, 4, "2");
      running.say("drain").awaitLine("next? 5");
      assertThat(awaitFiles(3)).startsWith(files.toArray(Path[]::new));
      running.say("refill").awaitLine("next? 6");
      running.say("end").end().succeeded();
    }
  }

  /** The numbers are those of a look at a moment without tasks, so the conditions have ended. */
  private static void awaitDumpCount(RunningJvm running, int turn, String count) throws Exception {
    running.say("jmx Dumps").awaitLine(count).awaitLine("next? " + turn);
  }

  @Test
  void deadlock_isACondition() throws Exception {
    try (RunningJvm running = start("dumpon=finding=wait-cycle")) {
      running.say("cycle").awaitLine("next? 2");
      String reason = dumps(awaitFiles(1).getFirst()).getFirst().getString("reason");
      assertThat(reason)
          .matches(
              "(left #\\d+ awaits a lock of right|right #\\d+ awaits a lock of left) #\\d+ awaits a"
                  + " lock of (left|right) #\\d+");
      running.say("end").end();
    }
  }

  /** The JVM tells who holds a monitor since JDK 25. */
  @Test
  void deadlockOfMonitors_isACondition() throws Exception {
    assumeTrue(Runtime.version().feature() >= 25, "holders of monitors are told");
    try (RunningJvm running = start("dumpon=finding=wait-cycle")) {
      running.say("monitors").awaitLine("next? 2");
      String reason = dumps(awaitFiles(1).getFirst()).getFirst().getString("reason");
      assertThat(reason)
          .matches(
              "(left #\\d+ awaits a monitor of right|right #\\d+ awaits a monitor of left) #\\d+"
                  + " awaits a monitor of (left|right) #\\d+");
      running.say("end").end();
    }
  }

  @Test
  void fileThatWasWritten_isWholeAfterKill9() throws Exception {
    try (RunningJvm running = start("dumpon=" + DRAINED)) {
      running.say("sleep").awaitLine("next? 2");
      running.say("drain").awaitLine("next? 3");
      Path file = awaitFiles(1).getFirst();
      running.kill();
      assertThat(Traced.read(file).awaitsOf("before")).isNotEmpty();
      assertThat(dumps(file)).hasSize(1);
    }
  }

  @Test
  void carrierThatIsBlocked_isACondition() throws Exception {
    try (RunningJvm running = start("dumpon=pinned>100ms")) {
      running.say("pin").awaitLine("next? 2");
      assertThat(dumps(awaitFiles(1).getFirst()).getFirst().getString("reason"))
          .startsWith("a carrier blocked for ");
      running.say("end").end().succeeded();
    }
  }

  @Test
  void applicationAsks_notTooOften_andOldFilesGo() throws Exception {
    try (RunningJvm running = start("dumpevery=1h", "dumpkeep=1")) {
      running.say("ask slow checkout").awaitLine("true").awaitLine("next? 2");
      Path file = awaitFiles(1).getFirst();
      assertThat(dumps(file).getFirst().getString("reason")).isEqualTo("slow checkout");
      assertThat(dumps(file).getFirst().getString("condition")).isNull();
      running.say("operation again").awaitLine("false").awaitLine("next? 3");
      running.say("jmx LastDumpFile").awaitLine(file.toString());
      running.say("end").end().succeeded();
    }
  }

  @Test
  void numbersAreShownToJmx() throws Exception {
    try (RunningJvm running = start("stacks=none")) {
      running.say("drain").awaitLine("next? 2");
      running.say("jmx Awaiting").awaitLine("20").awaitLine("next? 3");
      running.say("jmx Ready").awaitLine("0").awaitLine("next? 4");
      running.say("jmx ProbeFailures").awaitLine("0").awaitLine("next? 5");
      running.say("jmx AwaitingByKind").awaitLine("next? 6");
      running.say("refill").awaitLine("next? 7");
      running.say("jmx Awaits").awaitLine("next? 8");
      EndedJvm ended = running.say("end").end().succeeded();
      assertThat(ended.out()).contains("key=semaphore, value=20");
      String awaits = ended.out().split("next\\? 7\\R")[1].lines().findFirst().orElseThrow();
      assertThat(Long.parseLong(awaits)).isGreaterThanOrEqualTo(20);
    }
  }

  private RunningJvm start(String... options) throws Exception {
    return ChildJvm.running(TroubleProgram.class, directory)
        .traced(options)
        .start()
        .awaitLine("next? 1");
  }

  private List<Path> awaitFiles(int count) throws Exception {
    long deadline = System.nanoTime() + SECONDS.toNanos(LIMIT_SECONDS);
    while (System.nanoTime() - deadline < 0) {
      try (Stream<Path> all = Files.list(directory)) {
        List<Path> files =
            all.filter(file -> file.getFileName().toString().matches("recording-.*\\.jfr"))
                .sorted()
                .toList();
        if (files.size() >= count) {
          assertThat(files).hasSize(count);
          return files;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("there are no " + count + " files");
  }

  private static List<RecordedEvent> dumps(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals("trama.Dump"))
        .toList();
  }
}

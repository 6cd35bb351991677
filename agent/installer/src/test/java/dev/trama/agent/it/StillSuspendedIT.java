package dev.trama.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trama.agent.child.ChildJvm;
import dev.trama.agent.child.EndedJvm;
import dev.trama.agent.child.RunningJvm;
import dev.trama.agent.child.Stuck;
import dev.trama.agent.child.Traced;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For a program that hangs, a dump and the final recording show which threads are stuck, since when
 * and where.
 */
@EnabledForJreRange(min = JRE.JAVA_24) // those that hang on monitors pin both carriers before
class StillSuspendedIT {
  private static final int STATUS = 42;

  private static Traced dumped;
  private static Traced ended;
  private static String out;

  /** The two recordings of the one program. */
  enum Taken {
    DUMPED,
    ENDED;

    Traced recording() {
      return switch (this) {
        case DUMPED -> dumped;
        case ENDED -> ended;
      };
    }
  }

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    // Two threads of the deadlock spin until each has its first lock.
    var program = ChildJvm.running(HangProgram.class, directory).carriers(2).traced();
    try (RunningJvm hung = program.start()) {
      hung.awaitLine("hung");
      // Long enough suspended for a stack to be taken: 50 ms.
      Path dump = directory.resolve("dump.jfr");
      do {
        hung.jcmd("JFR.dump", "name=trama", "filename=" + dump);
        dumped = Traced.read(dump);
      } while (dumped.stuck("enterer").suspendedFor().compareTo(Duration.ofMillis(100)) < 0);
      EndedJvm end = hung.say(Integer.toString(STATUS)).end();
      assertThat(end.status()).isEqualTo(STATUS);
      ended = end.recording();
      out = end.out();
    }
  }

  @AfterAll
  static void forget() {
    dumped = null;
    ended = null;
  }

  @ParameterizedTest
  @EnumSource
  void lostWakeUp(Taken taken) {
    Stuck stuck = taken.recording().stuck("lost-wake-up");
    assertThat(stuck.kind()).isEqualTo("park");
    assertThat(stuck.timeout()).isZero();
    assertThat(stuck.owner()).isZero();
    at(stuck, "java.util.concurrent.locks.LockSupport.park");
  }

  @ParameterizedTest
  @EnumSource
  void sleepThatIsFarFromItsEnd(Taken taken) {
    Stuck stuck = taken.recording().stuck("long-sleeper");
    assertThat(stuck.kind()).isEqualTo("sleep");
    assertThat(stuck.timeout()).isEqualTo(Duration.ofHours(1));
    at(stuck, "HangProgram.sleep");
  }

  @ParameterizedTest
  @EnumSource
  void objectWaitThatNobodyNotifies(Taken taken) {
    Stuck stuck = taken.recording().stuck("waiter");
    assertThat(stuck.kind()).isEqualTo("object-wait");
    at(stuck, "HangProgram.await");
  }

  @ParameterizedTest
  @EnumSource
  void monitorThatIsNeverFree(Taken taken) {
    Stuck stuck = taken.recording().stuck("enterer");
    assertThat(stuck.kind()).isEqualTo("monitor-enter");
    at(stuck, "HangProgram.enter");
  }

  @ParameterizedTest
  @EnumSource
  void conditionThatNobodySignals(Taken taken) {
    Stuck stuck = taken.recording().stuck("consumer");
    assertThat(stuck.awaitable()).endsWith("AbstractQueuedSynchronizer$ConditionObject");
    at(stuck, "HangProgram.consume");
  }

  @ParameterizedTest
  @EnumSource
  void deadlock_ownersNameEachOther(Taken taken) {
    Stuck left = taken.recording().stuck("left");
    Stuck right = taken.recording().stuck("right");
    assertThat(left.owner()).isEqualTo(right.thread());
    assertThat(right.owner()).isEqualTo(left.thread());
    assertThat(left.awaitable()).startsWith("java.util.concurrent.locks.ReentrantLock");
    at(left, "HangProgram.lock");
  }

  @ParameterizedTest
  @EnumSource
  @EnabledForJreRange(min = JRE.JAVA_25) // which tells monitors and their holders
  void deadlockOfMonitors_ownersNameEachOther(Taken taken) {
    Stuck inner = taken.recording().stuck("inner");
    Stuck outer = taken.recording().stuck("outer");
    assertThat(inner.owner()).isEqualTo(outer.thread());
    assertThat(outer.owner()).isEqualTo(inner.thread());
    assertThat(inner.awaitable()).isEqualTo("java.lang.Object");
  }

  @ParameterizedTest
  @EnumSource
  @EnabledForJreRange(min = JRE.JAVA_25)
  void monitorsHolder_mayBeAPlatformThread(Taken taken) {
    assertThat(out).contains("main " + taken.recording().stuck("enterer").owner() + "\n");
    assertThat(taken.recording().stuck("waiter").owner()).isZero();
    assertThat(taken.recording().stuck("waiter").awaitable()).isEqualTo("java.lang.Object");
  }

  @ParameterizedTest
  @EnumSource
  void allThatHang_areCounted(Taken taken) {
    assertThat(taken.recording().stillSuspended())
        .extracting(Stuck::name)
        .contains("lost-wake-up", "long-sleeper", "waiter", "enterer", "consumer", "left", "right");
  }

  private static void at(Stuck stuck, String method) {
    assertThat(stuck.frames())
        .as("frames of %s", stuck)
        .anyMatch(frame -> frame.contains(method) && frame.contains(".java:"));
  }
}

package dev.trama.junit;

import dev.trama.probe.Watch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.opentest4j.TestAbortedException;

/** The agent in this JVM: found or loaded, and tested, once. */
final class Agent {
  private static boolean asked;
  private static Optional<String> problem = Optional.empty();

  private Agent() {}

  /**
   * Ensures that awaits can be watched.
   *
   * @throws IllegalStateException with the remedy if they cannot
   * @throws TestAbortedException the same, if tests are to be skipped in that case
   */
  static synchronized void require(Settings settings) {
    if (!asked) {
      asked = true;
      problem = problem(settings);
    }
    if (problem.isPresent()) {
      throw settings.skipWithoutAgent()
          ? new TestAbortedException(problem.get())
          : new IllegalStateException(problem.get());
    }
  }

  private static Optional<String> problem(Settings settings) {
    if (Runtime.version().feature() < 21) {
      return Optional.of("Trama needs JDK 21 or later, and these tests run on " + version());
    }
    if (isThere("Recorder")) {
      return isThere("Watch")
          ? start()
          : Optional.of(
              "the agent in this JVM is older than trama-junit: give both the same version");
    }
    Optional<String> refusal =
        settings.attach()
            ? SelfAttach.load(jar())
            : Optional.of("trama.attach=false keeps it from being loaded now");
    return refusal.isEmpty() ? start() : refusal.map(Agent::remedy);
  }

  private static String remedy(String reason) {
    return "no await can be seen, because Trama's agent is not in this JVM ("
        + reason
        + "). Start the tests' JVM with -javaagent:"
        + jar().map(Path::toString).orElse("PATH/trama-agent.jar")
        + "=recording=none (Maven: argLine of Surefire and Failsafe; Gradle: jvmArgs of the test"
        + " task), or set trama.without-agent=skip to skip these tests where it is missing";
  }

  private static String version() {
    return Runtime.version().toString();
  }

  /** The agent's jar, which is a dependency of this module. */
  private static Optional<Path> jar() {
    return SelfAttach.jarOf("dev.trama.agent.TramaAgent");
  }

  private static boolean isThere(String probe) {
    try {
      Class.forName("dev.trama.probe." + probe, false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** Starts the recording that failed tests leave, and tests whether an await is seen. */
  private static Optional<String> start() {
    FailureRecordings.start();
    Watch before = Watch.current();
    Watch watch = Watch.open(false, false);
    try {
      watch.include();
      runVirtual(() -> LockSupport.parkNanos(1_000_000));
      if (watch.awaits().isEmpty()) {
        return Optional.of(
            "Trama's agent is in this JVM, but does not see virtual threads suspend; see what it"
                + " said on standard error when the JVM started");
      }
      return Optional.empty();
    } finally {
      Watch.restore(before);
      watch.close();
    }
  }

  private static void runVirtual(Runnable task) {
    Thread thread = Thread.ofVirtual().name("trama-self-test").start(task);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

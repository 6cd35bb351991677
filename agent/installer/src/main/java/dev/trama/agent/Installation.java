package dev.trama.agent;

import dev.trama.agent.watch.OwnRecording;
import dev.trama.agent.watch.Watcher;
import dev.trama.agent.weave.Hook;
import dev.trama.agent.weave.LockWeaver;
import dev.trama.agent.weave.VirtualThreadWeaver;
import dev.trama.probe.HeldLocks;
import dev.trama.probe.Recorder;
import dev.trama.probe.SelfTest;
import dev.trama.probe.Stacks;
import dev.trama.probe.States;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The one installation of the agent in this JVM: what was set up, in an order that can be undone.
 * Everything that the woven code will touch is loaded and initialised before it is woven: a thread
 * that suspends must not be the first to need it.
 */
final class Installation {
  /** Deep enough for the entry method below a servlet framework and a connection pool. */
  private static final int STACK_DEPTH = 256;

  /**
   * Named, because an unnamed thread would take a number that belongs to the application's threads.
   */
  private static final Thread FAILURE_REPORT =
      new Thread(null, Installation::reportFailures, "trama-failure-report", 0, false);

  /** Tells other processes, such as {@code trama top}, that the agent is here. */
  private static final String INSTALLED = "dev.trama.agent";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static Installation current;

  /** Read by threads of the application, which must not wait for an installation. */
  private static volatile Optional<Watcher> watcherNow = Optional.empty();

  private final Instrumentation instrumentation;
  private final Internals internals;
  private final VirtualThreadWeaver weaver;
  private Optional<FlightRecording> recording = Optional.empty();
  private Optional<LiveSummary> live = Optional.empty();
  private Optional<Watcher> watcher = Optional.empty();
  private boolean staysForLooks;

  private Installation(
      Instrumentation instrumentation, Internals internals, VirtualThreadWeaver weaver) {
    this.instrumentation = instrumentation;
    this.internals = internals;
    this.weaver = weaver;
  }

  /**
   * Installs everything and starts recording.
   *
   * @throws CannotTraceException when this JVM cannot be traced; nothing stays installed
   */
  static synchronized void start(Options options, Instrumentation instrumentation)
      throws Exception {
    if (current != null) {
      throw new CannotTraceException("the agent is installed already; these options are ignored");
    }
    if (Runtime.version().feature() < 21) {
      throw new CannotTraceException(
          "virtual threads need JDK 21 or later, this is "
              + Runtime.version()
              + "; the application runs untraced");
    }
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      throw new CannotTraceException(
          "this runtime image lacks the module jdk.jfr; the application runs untraced");
    }
    Internals internals = JdkInternals.open(instrumentation);
    internals.raiseStackDepth(STACK_DEPTH);
    FlightRecorderStart flightRecorder = FlightRecorderStart.begin();
    ProbeClasses.define(internals);
    var weaver = new VirtualThreadWeaver((name, value) -> States.set(name, value));
    var installation = new Installation(instrumentation, internals, weaver);
    try {
      installation.install(options, flightRecorder);
      Runtime.getRuntime().addShutdownHook(FAILURE_REPORT);
      current = installation;
      watcherNow = installation.watcher;
      System.setProperty(INSTALLED, version());
    } catch (Throwable failure) {
      installation.uninstall();
      throw failure;
    }
  }

  /** Ends tracing: the hooks are taken out and the recording is written. */
  static synchronized void stop() throws Exception {
    if (current == null) {
      throw new CannotTraceException("there is nothing to stop: the agent is not installed");
    }
    Runtime.getRuntime().removeShutdownHook(FAILURE_REPORT);
    watcherNow = Optional.empty();
    System.clearProperty(INSTALLED);
    current.uninstall();
    reportFailures();
    current = null;
  }

  /**
   * Shows another process what happens, as long as that process lives. If there is no agent, this
   * one stays until no process looks any more.
   */
  static synchronized void look(long process, Instrumentation instrumentation) throws Exception {
    if (current == null) {
      start(Options.parse("recording=none"), instrumentation);
      current.staysForLooks = true;
    }
    Look.start(process, current.internals.virtualThreads(), Installation::lookEnded);
  }

  private static synchronized void lookEnded() throws Exception {
    if (current != null && current.staysForLooks && !Look.isOpen()) {
      stop();
    }
  }

  /** Asks for a file of the recording; returns false when there will be none. */
  static boolean dump(String reason) {
    Optional<Watcher> watching = watcherNow;
    return watching.isPresent() && watching.get().request(reason);
  }

  /** Has a file of the recording written, and waits for it. */
  static Path dumpNow(String reason, Duration patience)
      throws CannotTraceException, IOException, InterruptedException {
    return watcherNow
        .orElseThrow(() -> new CannotTraceException("the agent is not installed"))
        .dumpNow(reason, patience);
  }

  private void install(Options options, FlightRecorderStart flightRecorder) throws Exception {
    weaver.rehearse();
    configure(options);
    StackReaders.give(internals, options.stacks());
    HeldLocks.followWith(this::followLocks);
    flightRecorder.await();
    Recorder.initialize();
    instrumentation.addTransformer(weaver, true);
    instrumentation.retransformClasses(Class.forName("java.lang.VirtualThread"));
    Set<Hook> missing = Hook.of(Runtime.version().feature());
    missing.removeAll(weaver.woven());
    if (missing.contains(Hook.AWAIT) || !selfTest()) {
      throw new CannotTraceException(
          "virtual threads of "
              + Runtime.version()
              + " do not suspend where they are expected to"
              + (weaver.failure() == null ? "" : " (" + weaver.failure() + ")")
              + "; the application runs untraced");
    }
    Recorder.describe(version(), options.toString(), names(weaver.woven()), names(missing));
    Recorder.start();
    if (options.ownRecording()) {
      boolean monitorsPin = !weaver.woven().contains(Hook.MONITOR);
      recording = Optional.of(FlightRecording.start(options, monitorsPin));
      if (!Recorder.isRecording()) {
        throw new CannotTraceException(
            "JFR does not record the agent's events; the application runs untraced");
      }
    }
    live = options.live().map(LiveSummary::start);
    Optional<OwnRecording> own = recording.map(it -> it);
    watcher = Optional.of(Watcher.start(options.dumps(), options.file(), own, TramaAgent::say));
    warnOfSmallRing(options);
    if (!missing.isEmpty()) {
      TramaAgent.say("this JDK has no place for the hooks " + names(missing));
    }
    recording.ifPresent(
        it -> TramaAgent.say("recording to " + options.file() + " until the program ends"));
  }

  /** JFR drops whole chunks: a ring of only one or two of them may keep nothing. */
  private void warnOfSmallRing(Options options) throws ReflectiveOperationException {
    if (options.maxSizeBytes().isEmpty()) {
      return;
    }
    long chunk = internals.maxChunkBytes();
    if (options.maxSizeBytes().getAsLong() < 2 * chunk) {
      TramaAgent.say(
          "maxsize is less than two of JFR's chunks, so next to nothing may be kept; give maxsize="
              + ((2 * chunk) >> 20)
              + "m or more, or smaller chunks with -XX:FlightRecorderOptions:maxchunksize=1m");
    }
  }

  /** Prints how many errors the probes kept from the application. */
  private static void reportFailures() {
    long failures = Recorder.probeFailures();
    if (failures > 0) {
      TramaAgent.say(failures + " errors in the agent's probes; awaits may be missing");
    }
  }

  private static void configure(Options options) {
    switch (options.stacks()) {
      case ALL -> Recorder.limitStacks(options.budgetPercent());
      case JFR -> {
        Recorder.limitStacks(options.budgetPercent());
        Stacks.leaveToJfr();
      }
      case NONE -> Recorder.takeNoStacks();
    }
  }

  /** Done when a test first asks what is held, so that nothing else pays for it. */
  private void followLocks() {
    try {
      HeldLocks.readMonitorsWith(internals.heldMonitorReader());
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("this JDK hides the monitors that a thread holds", changed);
    }
    LockWeaver.weave(instrumentation);
  }

  /**
   * Parks one virtual thread and asks the probe whether it saw that. Threads that never stop
   * yielding may keep it from the carriers for ever: then the result is unknown, and tracing
   * begins.
   */
  private static boolean selfTest() throws InterruptedException {
    Thread parking =
        Thread.ofVirtual()
            .name("trama-self-test")
            .unstarted(() -> LockSupport.parkNanos(1_000_000));
    SelfTest.begin(parking);
    parking.start();
    if (!parking.join(PATIENCE)) {
      SelfTest.end();
      TramaAgent.say("the carriers are too busy for a self-test; tracing without it");
      return true;
    }
    return SelfTest.end();
  }

  private void uninstall() throws Exception {
    instrumentation.removeTransformer(weaver);
    instrumentation.retransformClasses(Class.forName("java.lang.VirtualThread"));
    watcher.ifPresent(Watcher::stop);
    live.ifPresent(LiveSummary::stop);
    recording.ifPresent(FlightRecording::stop);
    Recorder.stop();
  }

  private static String version() {
    String version = Installation.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  private static String names(Set<Hook> hooks) {
    return hooks.stream().map(Hook::name).collect(Collectors.joining(","));
  }
}

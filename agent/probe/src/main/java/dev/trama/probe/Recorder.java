package dev.trama.probe;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;

/**
 * The installer's side of the probes: configures them, and keeps the one daemon thread that commits
 * what carriers may not, refills the {@link StackBudget} and reports the counters.
 */
public final class Recorder {
  private static final long TURN_NANOS = 20_000_000;
  private static final int TURNS_A_REPORT = 50;

  private static final Runnable AT_CHUNK_BEGIN = Recorder::beginChunk;
  private static final Runnable AT_CHUNK_END = Recorder::endChunk;
  private static final Runnable SUSPENDED_AT_CHUNK_END = StillSuspended::commitAll;

  private static String version = "";
  private static String options = "";
  private static String hooks = "";
  private static String missingHooks = "";
  private static volatile Thread daemon;

  private Recorder() {}

  /** Sets what {@code trama.Agent} will say. */
  public static void describe(String version, String options, String hooks, String missingHooks) {
    Recorder.version = version;
    Recorder.options = options;
    Recorder.hooks = hooks;
    Recorder.missingHooks = missingHooks;
  }

  /** Takes no stack at all. */
  public static void takeNoStacks() {
    StackBudget.takeNoStacks();
  }

  /**
   * Takes stacks only as far as they cost no more than this.
   *
   * @param percent of all processors' time, 0 to 100
   */
  public static void limitStacks(double percent) {
    StackBudget.limit(percent, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Gives the means to tell who owns a lock.
   *
   * @param reader of type {@code (AbstractOwnableSynchronizer)Thread}
   */
  public static void readOwnersWith(MethodHandle reader) {
    StillSuspended.readOwnersWith(reader);
  }

  /** Registers the periodic events and starts the daemon thread. */
  public static synchronized void start() {
    if (daemon != null) {
      return;
    }
    FlightRecorder.addPeriodicEvent(AgentInfoEvent.class, AT_CHUNK_BEGIN);
    FlightRecorder.addPeriodicEvent(StillSuspendedEvent.class, SUSPENDED_AT_CHUNK_END);
    FlightRecorder.addPeriodicEvent(CompletenessEvent.class, AT_CHUNK_END);
    Thread thread = new Thread(null, Recorder::run, "trama-recorder", 0, false);
    thread.setDaemon(true);
    daemon = thread;
    thread.start();
  }

  /**
   * Initialises what the probes use, before anything is woven. A class whose initialisation fails
   * can never be used again, and the application may be out of memory or stack when a probe first
   * needs it; and a thread that is about to suspend must not wait for another thread's
   * initialisation.
   */
  public static void initialize() throws ReflectiveOperationException {
    for (String name :
        new String[] {
          "AgentInfoEvent",
          "AwaitEvent",
          "CompletenessEvent",
          "Counter",
          "Counters",
          "DumpEvent",
          "EndingThreads",
          "Frames",
          "KnownStacks",
          "KnownStacks$Table",
          "MonitorAwaitEvent",
          "MonitorProbe",
          "MonitorQueue",
          "MountedThreads",
          "Monitors",
          "OngoingAwaits",
          "ParkProbe",
          "PinnedTimes",
          "ReadyTimes",
          "SpawnEvent",
          "SpawnProbe",
          "SpawnProbe$Named",
          "StackBudget",
          "StackEvent",
          "Stacks",
          "States",
          "StillSuspended",
          "StillSuspendedEvent",
          "SuspendedThreads",
          "SuspendedThreads$Table",
          "UnparkEvent",
          "WakeProbe",
          "Watch",
          "WatchedAwait",
          "WatchedTask"
        }) {
      Class.forName("dev.trama.probe." + name);
    }
    Frames.format(new Throwable().getStackTrace());
    new AwaitEvent().isEnabled();
    new MonitorAwaitEvent().isEnabled();
    new UnparkEvent().isEnabled();
    new SpawnEvent().isEnabled();
    new StackEvent().isEnabled();
    new StillSuspendedEvent().isEnabled();
    new CompletenessEvent().isEnabled();
  }

  /** Undoes {@link #start}; what is queued is committed first. */
  public static synchronized void stop() {
    Thread thread = daemon;
    daemon = null;
    LockSupport.unpark(thread);
    endChunk();
    FlightRecorder.removePeriodicEvent(AT_CHUNK_BEGIN);
    FlightRecorder.removePeriodicEvent(SUSPENDED_AT_CHUNK_END);
    FlightRecorder.removePeriodicEvent(AT_CHUNK_END);
    LiveEvents.withdraw();
    SuspendedThreads.forgetAll();
    Stacks.reset();
  }

  /** Whether events of awaits are recorded at this moment. */
  public static boolean isRecording() {
    return new AwaitEvent().isEnabled();
  }

  /** How many errors the probes have kept from the application. */
  public static long probeFailures() {
    return Counters.PROBE_FAILURES.sum();
  }

  private static void run() {
    for (long turn = 1; daemon == Thread.currentThread(); turn++) {
      LockSupport.parkNanos(TURN_NANOS);
      try {
        MonitorQueue.drain();
        Monitors.lookAtTurn(turn);
        SuspendedThreads.makeRoom();
        StackBudget.tick(System.nanoTime());
        if (turn % TURNS_A_REPORT == 0) {
          Stacks.maintain();
          SuspendedThreads.tidy();
          commitCompleteness();
        }
      } catch (Throwable failure) {
        Counters.PROBE_FAILURES.increment(0);
      }
    }
  }

  private static void beginChunk() {
    Stacks.beginChunk();
    commitAgentInfo();
  }

  private static void endChunk() {
    MonitorQueue.drain();
    commitCompleteness();
  }

  private static void commitCompleteness() {
    CompletenessEvent event = new CompletenessEvent();
    if (!event.isEnabled()) {
      return;
    }
    event.awaitsCommitted = Counters.COMMITTED.sum();
    event.awaitsSeen = Counters.SEEN.sum();
    event.withoutStack = Counters.WITHOUT_STACK.sum();
    event.stacksKnown = KnownStacks.count();
    event.stackMismatches = Counters.STACK_MISMATCHES.sum();
    event.lost = Counters.LOST.sum();
    event.wakerUnknown = Counters.WAKER_UNKNOWN.sum();
    event.probeFailures = Counters.PROBE_FAILURES.sum();
    event.suspended = SuspendedThreads.count();
    event.captureTime = StackBudget.spentNanos();
    event.budget = StackBudget.budget();
    event.stackThreshold = StackBudget.thresholdNanos();
    event.commit();
  }

  private static void commitAgentInfo() {
    AgentInfoEvent event = new AgentInfoEvent();
    event.version = version;
    event.options = options;
    event.hooks = hooks;
    event.missingHooks = missingHooks;
    event.parallelism =
        Integer.getInteger(
            "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());
    event.commit();
  }
}

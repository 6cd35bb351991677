package dev.trama.agent;

import dev.trama.agent.watch.OwnRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * The agent's own recording: exactly the events Trama needs, written to a file when the JVM ends.
 */
final class FlightRecording implements OwnRecording {
  /** What is recorded besides {@code trama.*}; monitors of virtual threads pin before JDK 24. */
  private static final List<String> JDK_EVENTS =
      List.of("jdk.VirtualThreadStart", "jdk.VirtualThreadEnd", "jdk.JVMInformation");

  private static final List<String> TRAMA_EVENTS =
      List.of(
          "Await",
          "MonitorAwait",
          "Stack",
          "Unpark",
          "Spawn",
          "StillSuspended",
          "Agent",
          "Completeness",
          "Dump");

  /** The events that have JFR's own stack instead of a number with {@code stacks=jfr}. */
  private static final List<String> STACKS_OF_JFR = List.of("trama.Await", "trama.Spawn");

  private static final List<String> MONITOR_EVENTS =
      List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait");

  private final Recording recording = new Recording();

  private FlightRecording() {}

  static FlightRecording start(Options options, boolean monitorsPin) throws CannotTraceException {
    prepare(options.file());
    var started = new FlightRecording();
    started.configure(options, monitorsPin);
    started.recording.start();
    return started;
  }

  private void configure(Options options, boolean monitorsPin) throws CannotTraceException {
    recording.setName("trama");
    JDK_EVENTS.forEach(name -> recording.enable(name).withoutStackTrace());
    for (String name : TRAMA_EVENTS) {
      recording.enable("trama." + name).withoutThreshold();
    }
    if (options.stacks() == Options.Stacks.JFR) {
      STACKS_OF_JFR.forEach(name -> recording.enable(name).withStackTrace());
    }
    // The await carries the stack, and takes one less.
    recording.enable("jdk.VirtualThreadPinned").withoutStackTrace().withoutThreshold();
    if (monitorsPin) {
      MONITOR_EVENTS.forEach(name -> recording.enable(name).withStackTrace().withoutThreshold());
    }
    options.maxAge().ifPresent(recording::setMaxAge);
    options.maxSizeBytes().ifPresent(recording::setMaxSize);
    recording.setDumpOnExit(true);
    try {
      recording.setDestination(options.file());
    } catch (IOException unwritable) {
      throw cannotWrite(options.file(), unwritable);
    }
  }

  /**
   * A recording shows what the program does, so only its owner may read the file, from the
   * beginning.
   */
  private static void prepare(Path file) throws CannotTraceException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return; // a device or pipe must not be replaced; a directory is refused later
    }
    try {
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
      } else {
        Files.createFile(file);
      }
    } catch (IOException unwritable) {
      throw cannotWrite(file, unwritable);
    }
  }

  private static CannotTraceException cannotWrite(Path file, IOException cause) {
    return new CannotTraceException(
        "cannot write the recording to "
            + file
            + " ("
            + cause.getClass().getSimpleName()
            + "); choose another place with file=PATH; the application runs untraced",
        cause);
  }

  @Override
  public long sizeBytes() {
    return recording.getSize();
  }

  @Override
  public void dump(Path file) throws IOException {
    recording.dump(file);
  }

  @Override
  public void end() throws IOException {
    recording.setDestination(null);
    recording.stop();
  }

  @Override
  public void close() {
    recording.close();
  }

  /** Ends the recording and writes the file, unless it has ended before. */
  void stop() {
    if (recording.getState() == RecordingState.RUNNING) {
      recording.stop();
    }
    recording.close();
  }
}

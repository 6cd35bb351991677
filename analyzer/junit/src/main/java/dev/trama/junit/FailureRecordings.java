package dev.trama.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** The recording of all tests, a ring; a failed test leaves its own part of it. */
final class FailureRecordings {
  private static final long MAX_BYTES = 64 << 20;

  private static final List<String> JDK_EVENTS =
      List.of("jdk.VirtualThreadStart", "jdk.VirtualThreadEnd", "jdk.JVMInformation");

  /** Fields with the thread that an event is about, when that is not the thread that wrote it. */
  private static final List<String> SUBJECTS = List.of("thread", "child", "target");

  private static Recording recording;

  private FailureRecordings() {}

  static synchronized void start() {
    recording = new Recording();
    recording.setName("trama-junit");
    recording.setMaxSize(MAX_BYTES);
    JDK_EVENTS.forEach(name -> recording.enable(name).withoutStackTrace());
    recording.enable("jdk.VirtualThreadPinned").withStackTrace().withoutThreshold();
    for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
      if (type.getName().startsWith("trama.")) {
        recording.enable(type.getName()).withoutThreshold();
      }
    }
    recording.start();
  }

  /**
   * Writes the events of these tasks.
   *
   * @param sinceNanos {@link System#nanoTime()} from which on events are needed
   * @param tasks Java thread ids
   */
  static synchronized void leave(Path file, long sinceNanos, Set<Long> tasks) throws IOException {
    Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
    Path whole = Files.createTempFile(directory, "all-tests", ".jfr");
    try {
      dump(whole, sinceNanos);
      Files.deleteIfExists(file);
      try (var from = new RecordingFile(whole)) {
        from.write(file, event -> isAbout(event, tasks));
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void dump(Path file, long sinceNanos) throws IOException {
    try (Recording copy = recording.copy(true)) {
      Duration age = Duration.ofNanos(System.nanoTime() - sinceNanos).plusSeconds(1);
      copy.setMaxAge(age); // drops older chunks
      copy.dump(file);
    }
  }

  private static boolean isAbout(RecordedEvent event, Set<Long> tasks) {
    for (String field : SUBJECTS) {
      if (event.hasField(field) && event.getValue(field) instanceof Number id) {
        return tasks.contains(id.longValue());
      }
    }
    RecordedThread thread = event.getThread();
    return thread == null || !thread.isVirtual() || tasks.contains(thread.getJavaThreadId());
  }
}

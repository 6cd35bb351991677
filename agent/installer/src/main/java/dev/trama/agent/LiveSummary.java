package dev.trama.agent;

import dev.trama.probe.Snapshot;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/**
 * Prints every few seconds, on standard error, how many tasks run, are ready and await, where most
 * of the waiting was since the last time, and who has been suspended for longest. Reads what JFR
 * streams, on a thread of the stream's own.
 */
final class LiveSummary {
  private static final int POINTS = 5;
  private static final int LONGEST = 3;
  private static final Duration STUCK = Duration.ofSeconds(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** No more virtual threads than this run at once. */
  private static final long CARRIERS =
      Long.getLong(
          "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());

  private final Duration interval;
  private final RecordingStream stream = new RecordingStream();
  private final AtomicLong spawned = new AtomicLong();
  private final AtomicLong started = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final Map<String, Point> points = new HashMap<>();
  private long awaits;
  private long nextNanos;

  private LiveSummary(Duration interval) {
    this.interval = interval;
    this.nextNanos = System.nanoTime() + interval.toNanos();
  }

  /** What was awaited at one suspension point since the last summary. */
  private static final class Point {
    final String name;
    long count;
    long nanos;

    Point(String name) {
      this.name = name;
    }
  }

  static LiveSummary start(Duration interval) {
    var summary = new LiveSummary(interval);
    summary.listen();
    // The stream's own thread would keep the JVM from ending.
    Thread reader = new Thread(summary.stream::start, "trama-live");
    reader.setDaemon(true);
    reader.start();
    return summary;
  }

  void stop() {
    stream.close();
  }

  private void listen() {
    stream.setReuse(true);
    stream.setOrdered(false);
    stream.onEvent("jdk.VirtualThreadStart", event -> started.incrementAndGet());
    stream.onEvent("jdk.VirtualThreadEnd", event -> ended.incrementAndGet());
    for (String spawn : List.of("trama.Spawn", "trama.SpawnWithoutStack")) {
      stream.onEvent(spawn, event -> spawned.incrementAndGet());
    }
    for (String await : List.of("trama.Await", "trama.AwaitWithoutStack", "trama.MonitorAwait")) {
      stream.onEvent(await, this::add);
    }
    stream.onFlush(this::printIfDue);
  }

  private void add(RecordedEvent event) {
    awaits++;
    String point = event.getString("kind") + "  " + placeOf(event);
    Point known = points.computeIfAbsent(point, Point::new);
    known.count++;
    known.nanos += event.getDuration().toNanos();
  }

  private static String placeOf(RecordedEvent event) {
    if (event.getStackTrace() != null) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        String type = frame.getMethod().getType().getName();
        if (isApplication(type)) {
          return type + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
        }
      }
    }
    return "(no stack)";
  }

  private static boolean isApplication(String type) {
    return !type.startsWith("java.")
        && !type.startsWith("jdk.")
        && !type.startsWith("sun.")
        && !type.startsWith("dev.trama.probe.");
  }

  private void printIfDue() {
    long now = System.nanoTime();
    if (now < nextNanos) {
      return;
    }
    nextNanos = now + interval.toNanos();
    System.err.print(text());
    points.clear();
    awaits = 0;
  }

  private String text() {
    Snapshot now = Snapshot.take(LONGEST);
    long inFlight = Math.max(0, started.get() - ended.get());
    long runnable = Math.max(0, inFlight - now.awaiting());
    long running = Math.min(runnable, CARRIERS);
    long ready = runnable - running + Math.max(0, spawned.get() - started.get());
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "trama: %s  %,d tasks in flight: %,d running, %,d ready, %,d awaiting; %,d awaits%n",
            TIME.format(LocalTime.now(ZoneId.systemDefault())),
            inFlight,
            running,
            ready,
            now.awaiting(),
            awaits));
    points.values().stream()
        .sorted(Comparator.comparingLong((Point point) -> point.nanos).reversed())
        .limit(POINTS)
        .forEach(point -> text.append(line(point)));
    for (Snapshot.Suspended suspended : now.longest()) {
      if (suspended != null && suspended.nanos() >= STUCK.toNanos()) {
        text.append(line(suspended));
      }
    }
    return text.toString();
  }

  private static String line(Point point) {
    return String.format(
        Locale.ROOT, "  %10.1f ms  x%-8d %s%n", point.nanos / 1e6, point.count, point.name);
  }

  private static String line(Snapshot.Suspended suspended) {
    String place = "";
    for (StackTraceElement frame : suspended.thread().getStackTrace()) {
      if (isApplication(frame.getClassName())) {
        place = "  " + frame.getClassName() + "." + frame.getMethodName();
        place += ":" + frame.getLineNumber();
        break;
      }
    }
    return String.format(
        Locale.ROOT,
        "  suspended for %.0f s: %s #%d, %s%s%n",
        suspended.nanos() / 1e9,
        suspended.thread().getName(),
        suspended.thread().threadId(),
        suspended.kind(),
        place);
  }
}

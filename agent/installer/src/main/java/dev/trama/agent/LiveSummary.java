package dev.trama.agent;

import dev.trama.probe.Snapshot;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/**
 * Prints every few seconds, on standard error, how many tasks run, are ready and await, where most
 * of the waiting was since the last time, and which threads have been suspended for longest. Reads
 * what JFR streams, on a thread of the stream's own.
 */
final class LiveSummary {
  private static final int POINTS = 5;
  private static final int LONGEST_SHOWN = 3;
  private static final String NO_STACK = "(no stack)";
  private static final Duration STUCK = Duration.ofSeconds(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** At most this many virtual threads run at once. */
  private static final long CARRIERS =
      Long.getLong(
          "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());

  private final Duration interval;
  private final RecordingStream stream = new RecordingStream();
  private final AtomicLong spawned = new AtomicLong();
  private final AtomicLong started = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final Map<Key, Point> points = new HashMap<>();
  private final Map<Long, String> sites = new HashMap<>();
  private long awaits;
  private long nextNanos;

  private LiveSummary(Duration interval) {
    this.interval = interval;
    this.nextNanos = System.nanoTime() + interval.toNanos();
  }

  /** Awaits of one kind with one stack; the site is set only if the stack has no number. */
  private record Key(String kind, long stack, String site) {}

  /** What was awaited at one suspension point since the last summary. */
  private static final class Point {
    long count;
    long nanos;
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
    stream.onEvent("trama.Spawn", event -> spawned.incrementAndGet());
    stream.onEvent("trama.Stack", event -> sites.put(event.getLong("number"), siteOf(event)));
    stream.onEvent("trama.Await", this::add);
    stream.onEvent("trama.MonitorAwait", this::add);
    stream.onFlush(this::printIfDue);
  }

  /**
   * An await may come before the event with its stack, so the stack is looked up when it is
   * printed.
   */
  private void add(RecordedEvent event) {
    awaits++;
    long stack = event.getLong("stack");
    String site = stack == 0 ? siteOf(event) : "";
    Point known =
        points.computeIfAbsent(new Key(event.getString("kind"), stack, site), key -> new Point());
    known.count++;
    known.nanos += event.getDuration().toNanos();
  }

  /** The application's frame in an event's own stack, or in one given as text. */
  private static String siteOf(RecordedEvent event) {
    String frames = event.hasField("frames") ? event.getString("frames") : null;
    if (frames != null) {
      return frames.lines().filter(LiveSummary::isApplication).findFirst().orElse(NO_STACK);
    }
    if (event.getStackTrace() != null) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        String type = frame.getMethod().getType().getName();
        if (isApplication(type)) {
          return type + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
        }
      }
    }
    return NO_STACK;
  }

  /** What was awaited where since the last time; stacks of one site are added up. */
  private Map<String, Point> pointsBySite() {
    Map<String, Point> bySite = new HashMap<>();
    points.forEach(
        (key, point) -> {
          String site = key.stack() == 0 ? key.site() : sites.getOrDefault(key.stack(), NO_STACK);
          Point sum = bySite.computeIfAbsent(key.kind() + "  " + site, name -> new Point());
          sum.count += point.count;
          sum.nanos += point.nanos;
        });
    return bySite;
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
    Snapshot now = Snapshot.take(LONGEST_SHOWN);
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
    pointsBySite().entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<String, Point> it) -> -it.getValue().nanos))
        .limit(POINTS)
        .forEach(it -> text.append(line(it.getKey(), it.getValue())));
    for (Snapshot.Suspended suspended : now.longest()) {
      if (suspended != null && suspended.nanos() >= STUCK.toNanos()) {
        text.append(line(suspended));
      }
    }
    return text.toString();
  }

  private static String line(String name, Point point) {
    return String.format(
        Locale.ROOT, "  %10.1f ms  x%-8d %s%n", point.nanos / 1e6, point.count, name);
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

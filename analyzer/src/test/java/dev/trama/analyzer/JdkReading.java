package dev.trama.analyzer;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Waker;
import dev.trama.analyzer.read.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** The awaits that their own thread recorded, read by the JDK and by Trama. */
final class JdkReading {
  private JdkReading() {}

  /** What both readers can say, with stacks as {@code class.method:line}. */
  record Read(
      long thread,
      boolean pinned,
      long startNanos,
      long endNanos,
      long timeoutNanos,
      long readyNanos,
      long waker,
      long carrier,
      String awaitable,
      List<String> stack) {}

  static List<Read> awaitsOfOurs(Path file) {
    List<Read> awaits = new ArrayList<>();
    RecordingReader.open(List.of(file), CodeMap.standard(List.of()))
        .read(
            event -> {
              if (event instanceof TraceEvent.Awaited awaited
                  && !awaited.await().isOfMonitor()
                  && awaited.await().kind() != AwaitKind.YIELD) {
                awaits.add(read(awaited.task().id(), awaited.await()));
              }
            });
    return awaits;
  }

  private static Read read(long thread, Await await) {
    return new Read(
        thread,
        await.isPinned(),
        await.startNanos(),
        await.endNanos(),
        await.timeoutNanos(),
        await.readyNanos(),
        await.waker() instanceof Waker.ByThread waker ? waker.id() : 0,
        await.carrier().id(),
        await.awaitable().type() + "@" + await.awaitable().identity(),
        await.stack().frames().stream().map(JdkReading::frame).toList());
  }

  private static String frame(Frame frame) {
    return frame.qualified() + ":" + frame.line();
  }

  static List<Read> awaits(Path file) throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    Map<Long, List<String>> numbered = new HashMap<>();
    events.stream()
        .filter(event -> event.getEventType().getName().equals("trama.Stack"))
        .forEach(event -> numbered.put(event.getLong("number"), explained(event)));
    return events.stream()
        .filter(event -> event.getEventType().getName().matches("trama.Await(WithoutStack)?"))
        .filter(event -> !event.getString("kind").equals("yield"))
        .map(event -> read(event, numbered))
        .toList();
  }

  private static Read read(RecordedEvent event, Map<Long, List<String>> numbered) {
    long start = nanos(event.getStartTime());
    long end = nanos(event.getEndTime());
    boolean known = event.getClass("awaitable") != null;
    boolean isNumbered = event.hasField("stack") && event.getLong("stack") != 0;
    return new Read(
        event.getThread().getJavaThreadId(),
        event.getBoolean("pinned"),
        start,
        end,
        event.getLong("timeout"),
        Math.max(0, Math.min(event.getLong("resumeLatency"), end - start)),
        event.getLong("waker"),
        id(event.getThread("carrier")),
        known ? event.getClass("awaitable").getName() + "@" + event.getInt("awaitableId") : "@0",
        isNumbered ? numbered.get(event.getLong("stack")) : frames(event.getStackTrace()));
  }

  /**
   * From the text, when there is some: the event's own stack is then that of the thread that wrote
   * it.
   */
  private static List<String> explained(RecordedEvent event) {
    String text = event.hasField("frames") ? event.getString("frames") : null;
    return text == null || text.isBlank()
        ? frames(event.getStackTrace())
        : text.lines()
            .map(line -> line.replaceFirst("\\([^:)]*:?([0-9]*).*", ":$1").replaceFirst(":$", ":0"))
            .toList();
  }

  private static List<String> frames(RecordedStackTrace stack) {
    return stack == null
        ? List.of()
        : stack.getFrames().stream()
            .map(
                frame ->
                    frame.getMethod().getType().getName()
                        + "."
                        + frame.getMethod().getName()
                        + ":"
                        + Math.max(0, frame.getLineNumber()))
            .toList();
  }

  private static long id(RecordedThread thread) {
    return thread == null ? 0 : thread.getJavaThreadId();
  }

  private static long nanos(Instant instant) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
  }
}

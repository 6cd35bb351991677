package dev.trama.analyzer.read.live;

import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.LiveEvent;
import dev.trama.analyzer.model.LiveEvent.How;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import dev.trama.analyzer.read.decode.FrameText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;

/** The events of another process, as it flushes them: once a second. */
public final class LiveStream implements AutoCloseable {
  private static final long VIEWER = ProcessHandle.current().pid();

  private final EventStream stream;
  private final CodeMap code;
  private final Consumer<LiveEvent> out;

  private LiveStream(EventStream stream, CodeMap code, Consumer<LiveEvent> out) {
    this.stream = stream;
    this.code = code;
    this.out = out;
  }

  /**
   * Begins to read.
   *
   * @param repository the directory that the system property {@code jdk.jfr.repository} of the
   *     process names
   * @param out receives events from one thread
   */
  public static LiveStream open(
      Path repository, Instant from, CodeMap code, Consumer<LiveEvent> out) throws IOException {
    var live = new LiveStream(EventStream.openRepository(repository), code, out);
    live.listen(from);
    live.stream.startAsync();
    return live;
  }

  private void listen(Instant from) {
    stream.setReuse(true);
    stream.setOrdered(false);
    stream.setStartTime(from);
    stream.onEvent("trama.Stack", event -> out.accept(named(event)));
    stream.onEvent("trama.Await", event -> out.accept(await(event)));
    stream.onEvent("trama.MonitorAwait", event -> out.accept(monitorAwait(event)));
    stream.onEvent("trama.Waiting", event -> out.accept(waiting(event)));
    stream.onEvent("trama.WaitingTask", event -> out.accept(waitingTask(event)));
    stream.onEvent(
        "trama.ChosenTask",
        event -> {
          if (event.getLong("viewer") == VIEWER) {
            out.accept(chosen(event));
          }
        });
    stream.onEvent("trama.Running", event -> out.accept(running(event)));
    stream.onEvent("trama.Unpark", event -> out.accept(new LiveEvent.Woke(thread(event))));
    stream.onEvent("trama.Spawn", event -> out.accept(born(event)));
    stream.onEvent(
        "jdk.VirtualThreadStart", event -> out.accept(new LiveEvent.Started(thread(event).id())));
    stream.onEvent(
        "jdk.VirtualThreadEnd", event -> out.accept(new LiveEvent.Ended(thread(event).id())));
    stream.onEvent(
        "trama.Completeness",
        event ->
            out.accept(
                new LiveEvent.Counted(event.getLong("lost"), event.getLong("probeFailures"))));
    stream.onFlush(() -> out.accept(new LiveEvent.Passed(nanos(Instant.now()))));
  }

  private static long nanos(Instant at) {
    return at.getEpochSecond() * 1_000_000_000 + at.getNano();
  }

  private LiveEvent named(RecordedEvent event) {
    String text = event.getString("frames");
    Stack stack = text == null ? stack(event) : stack(text);
    return new LiveEvent.Named(event.getLong("number"), stack);
  }

  private Stack stack(String frames) {
    return new Stack(frames.lines().map(line -> FrameText.parse(line, code)).toList(), false);
  }

  private Stack stack(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return Stack.NONE;
    }
    List<Frame> frames = event.getStackTrace().getFrames().stream().map(this::frame).toList();
    return new Stack(frames, event.getStackTrace().isTruncated());
  }

  private Frame frame(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    int line = Math.max(0, frame.getLineNumber());
    return new Frame(
        type, frame.getMethod().getName(), CodeNames.file(type), line, code.origin(type));
  }

  private static LiveEvent await(RecordedEvent event) {
    ThreadRef task = thread(event);
    AwaitKind kind = AwaitKind.ofEvent(event.getString("kind"), event.getBoolean("pinned"));
    return new LiveEvent.Resumed(
        task.id(),
        task.name(),
        new How(kind, event.getLong("timeout") > 0, awaitable(event), event.getLong("stack")),
        event.getDuration().toNanos(),
        event.getLong("resumeLatency"),
        Waker.of(kind, event.getLong("waker"), event.getBoolean("timedOut")));
  }

  private static LiveEvent monitorAwait(RecordedEvent event) {
    AwaitKind kind = AwaitKind.ofEvent(event.getString("kind"), false);
    return new LiveEvent.Resumed(
        event.getLong("thread"),
        "",
        new How(kind, event.getLong("timeout") > 0, Awaitable.NONE, event.getLong("stack")),
        event.getDuration().toNanos(),
        event.getLong("resumeLatency"),
        Waker.of(kind, 0, event.getBoolean("timedOut")));
  }

  private static LiveEvent waiting(RecordedEvent event) {
    String kind = Optional.ofNullable(event.getString("kind")).orElse("park");
    return new LiveEvent.Waiting(
        event.getLong("look"),
        new How(
            AwaitKind.ofEvent(kind, event.getBoolean("pinned")),
            event.getBoolean("timed"),
            awaitable(event),
            event.getLong("stack")),
        event.getLong("awaiting"),
        event.getLong("ready"),
        event.getLong("longest"),
        named(event, "thread"));
  }

  private static LiveEvent waitingTask(RecordedEvent event) {
    return new LiveEvent.WaitingTask(
        event.getLong("look"),
        named(event, "thread"),
        new How(
            AwaitKind.ofEvent(event.getString("kind"), event.getBoolean("pinned")),
            event.getBoolean("timed"),
            awaitable(event),
            event.getLong("stack")),
        event.getLong("suspendedFor"),
        event.getLong("owner"),
        event.getLong("wokenBy"));
  }

  private LiveEvent chosen(RecordedEvent event) {
    String kind = Optional.ofNullable(event.getString("kind")).orElse("park");
    String frames = event.getString("frames");
    return new LiveEvent.Chosen(
        event.getLong("viewer"),
        named(event, "thread"),
        LiveEvent.State.valueOf(event.getString("state").toUpperCase(Locale.ROOT)),
        new How(AwaitKind.ofEvent(kind, false), false, Awaitable.NONE, 0),
        event.getLong("suspendedFor"),
        event.getLong("owner"),
        event.getLong("wokenBy"),
        frames == null ? Stack.NONE : stack(frames));
  }

  private static LiveEvent running(RecordedEvent event) {
    return new LiveEvent.Running(
        event.getString("carrier"),
        named(event, "thread"),
        event.getLong("runningFor"),
        event.getBoolean("blocked"));
  }

  private static LiveEvent born(RecordedEvent event) {
    return new LiveEvent.Born(named(event, "child"), thread(event));
  }

  private static ThreadRef named(RecordedEvent event, String id) {
    String name = Optional.ofNullable(event.getString("name")).orElse("");
    return new ThreadRef(event.getLong(id), name, true);
  }

  private static Awaitable awaitable(RecordedEvent event) {
    RecordedClass type = event.getClass("awaitable");
    return type == null ? Awaitable.NONE : new Awaitable(type.getName(), 0);
  }

  private static ThreadRef thread(RecordedEvent event) {
    RecordedThread thread = event.getThread();
    if (thread == null) {
      return ThreadRef.UNKNOWN;
    }
    String name = Optional.ofNullable(thread.getJavaName()).orElse("");
    return new ThreadRef(thread.getJavaThreadId(), name, thread.isVirtual());
  }

  @Override
  public void close() {
    stream.close();
  }
}

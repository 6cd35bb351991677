package dev.trama.analyzer;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Completeness;
import dev.trama.analyzer.model.Context;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.KindTable;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import dev.trama.analyzer.model.Waker;
import dev.trama.analyzer.read.decode.FrameText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events written by hand, and the output that they must give. The format of a trace file:
 *
 * <pre>
 * # the story
 * thread ID NAME [virtual]                          names a thread for the lines below
 * recording END [chunk START]                       lasts from 0 to END
 * spawn AT PARENT CHILD [container=NAME]            frames may follow, indented, top first
 * start AT TASK        end AT TASK                  wake AT WAKER TARGET
 * await TASK KIND FROM TO [ready=D] [timeout=D] [carrier=ID] [on=ID] [waker=ID] [holder=ID]
 *       [type=CLASS] [identity=N] [pinned] [timedOut] [interrupted]
 * still TASK KIND FROM AT [owner=ID] ...
 * context THREAD FROM TO [name=NAME] [id=ID]        written at the start only, when TO is FROM
 * counted seen=N lost=N withoutStack=N
 * -- expect COMMAND --
 * the output
 * </pre>
 */
public final class GoldenTrace {
  static final CodeMap CODE = CodeMap.standard(List.of());

  private final KindTable kinds = KindTable.standard();
  private final Map<Long, ThreadRef> threads = new HashMap<>();
  private final Map<List<Frame>, Stack> stacks = new HashMap<>();
  private final List<TraceEvent> events = new ArrayList<>();
  private final Map<String, String> expectations = new LinkedHashMap<>();
  private long endNanos;
  private long lastChunkNanos;

  private GoldenTrace(List<String> file) {
    List<String> lines = TraceMacros.expand(file);
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("-- expect ")) {
      String line = lines.get(at++);
      List<Frame> frames = new ArrayList<>();
      while (at < lines.size() && lines.get(at).startsWith("  ")) {
        frames.add(FrameText.parse(lines.get(at++).strip(), CODE));
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        read(line.strip().split("\\s+"), stack(frames));
      }
    }
    while (at < lines.size()) {
      String command = lines.get(at++).replaceAll("-- expect (.*) --", "$1");
      var text = new StringBuilder();
      while (at < lines.size() && !lines.get(at).startsWith("-- expect ")) {
        text.append(lines.get(at++)).append('\n');
      }
      expectations.put(command, text.toString().stripTrailing() + "\n");
    }
  }

  public static GoldenTrace parse(String text) {
    return new GoldenTrace(text.lines().toList());
  }

  public static GoldenTrace read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  List<TraceEvent> events() {
    return List.copyOf(events);
  }

  Map<String, String> expectations() {
    return expectations;
  }

  RecordingInfo info() {
    return new RecordingInfo(
        List.of("golden.jfr"), 0, endNanos, lastChunkNanos, 1, "25", Source.AGENT, 0, List.of());
  }

  public Recording recording() {
    var builder = new RecordingBuilder(false);
    events.forEach(builder);
    return builder.build(info());
  }

  private void read(String[] w, Stack stack) {
    switch (w[0]) {
      case "thread" ->
          threads.put(
              Long.parseLong(w[1]),
              new ThreadRef(Long.parseLong(w[1]), w[2].equals("-") ? "" : w[2], w.length > 3));
      case "recording" -> {
        endNanos = nanos(w[1]);
        lastChunkNanos = w.length > 3 ? nanos(w[3]) : 0;
      }
      case "spawn" ->
          events.add(
              new TraceEvent.Spawned(
                  thread(w[3]),
                  new Spawn(
                      thread(w[2]), nanos(w[1]), options(w).getOrDefault("container", ""), stack)));
      case "start" -> events.add(new TraceEvent.Started(thread(w[2]), nanos(w[1])));
      case "end" -> events.add(new TraceEvent.Ended(thread(w[2]), nanos(w[1])));
      case "wake" ->
          events.add(
              new TraceEvent.Woke(
                  new Wake(thread(w[2]), Long.parseLong(w[3]), nanos(w[1]), false, stack)));
      case "await" -> events.add(new TraceEvent.Awaited(thread(w[1]), await(w, stack, false)));
      case "still" ->
          events.add(
              new TraceEvent.StillAwaiting(
                  thread(w[1]),
                  await(w, stack, true),
                  thread(options(w).getOrDefault("owner", "0")),
                  nanos(w[4])));
      case "context" -> {
        List<Context.Field> fields = new ArrayList<>();
        var o = options(w);
        o.forEach((name, value) -> fields.add(new Context.Field(name, value, Context.isId(name))));
        long from = nanos(w[2]);
        long to = nanos(w[3]);
        events.add(
            new TraceEvent.Worked(
                thread(w[1]), new Context("app.Work", "Work", fields, from, to, from == to)));
      }
      case "counted" -> {
        var o = options(w);
        events.add(
            new TraceEvent.Counted(
                new Completeness(
                    number(o, "seen"),
                    0,
                    number(o, "withoutStack"),
                    number(o, "lost"),
                    0,
                    number(o, "probeFailures"),
                    number(o, "stackMismatches"),
                    0,
                    0)));
      }
      default -> throw new IllegalArgumentException("what is " + String.join(" ", w) + "?");
    }
  }

  private static long number(Map<String, String> options, String key) {
    return Long.parseLong(options.getOrDefault(key, "0"));
  }

  private Await await(String[] w, Stack stack, boolean still) {
    var options = options(w);
    var flags = Set.of(w);
    var kind = AwaitKind.ofEvent(w[2], flags.contains("pinned"));
    long timeout = nanos(options.getOrDefault("timeout", "0"));
    boolean timedOut = flags.contains("timedOut") || kind == AwaitKind.SLEEP;
    var awaitable =
        options.containsKey("type")
            ? new Awaitable(
                options.get("type"), Integer.parseInt(options.getOrDefault("identity", "0")))
            : Awaitable.NONE;
    long waker = Long.parseLong(options.getOrDefault("waker", "0"));
    Await.Ending ending =
        still
            ? Await.Ending.STILL_SUSPENDED
            : flags.contains("interrupted")
                ? Await.Ending.INTERRUPTED
                : flags.contains("timedOut") ? Await.Ending.TIMED_OUT : Await.Ending.WOKEN;
    return new Await(
        kind,
        kinds.refine(kind, timeout > 0, awaitable, stack),
        nanos(w[3]),
        nanos(w[4]),
        nanos(options.getOrDefault("ready", "0")),
        timeout,
        awaitable,
        thread(options.getOrDefault("carrier", "0")),
        thread(options.getOrDefault("on", "0")),
        still ? Waker.UNKNOWN : waker(kind, waker, timedOut, number(options, "holder")),
        stack,
        ending);
  }

  private static Waker waker(AwaitKind kind, long waker, boolean timedOut, long holder) {
    Waker known = Waker.of(kind, waker, timedOut);
    return known.equals(Waker.UNKNOWN) ? new Waker.Unknown(holder) : known;
  }

  private ThreadRef thread(String id) {
    long number = Long.parseLong(id);
    return number == 0
        ? ThreadRef.UNKNOWN
        : threads.getOrDefault(number, new ThreadRef(number, "", true));
  }

  private Stack stack(List<Frame> frames) {
    return frames.isEmpty() ? Stack.NONE : stacks.computeIfAbsent(frames, f -> new Stack(f, false));
  }

  private static Map<String, String> options(String[] words) {
    Map<String, String> options = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return options;
  }

  /** {@code 12ns}, {@code 3us}, {@code 1.5ms}, {@code 2s}. */
  static long nanos(String text) {
    String unit = text.replaceAll("[0-9.]", "");
    double value = Double.parseDouble(text.replaceAll("[a-z]", ""));
    double scale =
        switch (unit) {
          case "", "ns" -> 1;
          case "us" -> 1e3;
          case "ms" -> 1e6;
          case "s" -> 1e9;
          default -> throw new IllegalArgumentException("not a time: " + text);
        };
    return Math.round(value * scale);
  }
}

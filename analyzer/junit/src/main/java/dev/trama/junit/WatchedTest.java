package dev.trama.junit;

import dev.trama.analyzer.analyse.tasks.TaskGroup;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.JdkThreads;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.Spawn;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.model.Wake;
import dev.trama.analyzer.render.text.Palette;
import dev.trama.analyzer.render.text.TraceText;
import dev.trama.probe.Watch;
import dev.trama.probe.WatchedAwait;
import dev.trama.probe.WatchedTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One test, and what its virtual threads have awaited so far. */
final class WatchedTest {
  private static final int MAX_GROUPS = 10;
  private static final int MAX_LINES = 120;

  private final Watch watch;
  private final Watch before;
  private final Conversion conversion;
  private final IdentityHashMap<WatchedAwait, Await> converted = new IdentityHashMap<>();
  private final long openNanos = System.nanoTime();
  private final Path recordingFile;
  private final ClassLoader loader;
  private long beginNanos = openNanos;

  /** An await and the thread that made it. */
  record Seen(Thread thread, Await await, WatchedAwait raw) {}

  private WatchedTest(Watch watch, Watch before, Class<?> testClass, Path recordingFile) {
    this.watch = watch;
    this.before = before;
    this.conversion = new Conversion(testClass);
    this.loader = testClass.getClassLoader();
    this.recordingFile = recordingFile;
  }

  /**
   * Watches the tasks that the current thread starts from now on.
   *
   * @param locks whether to find out what is held during an await
   * @param recordingFile the file that {@link #leaveRecording} writes
   */
  static WatchedTest open(Class<?> testClass, boolean wholeJvm, boolean locks, Path recordingFile) {
    Watch before = Watch.current();
    var test = new WatchedTest(Watch.open(wholeJvm, locks), before, testClass, recordingFile);
    test.watch.include();
    return test;
  }

  /** Called when the test method begins: awaits that ended before do not count. */
  void begin() {
    beginNanos = System.nanoTime();
  }

  /** Called by the thread that opened it. */
  void close() {
    Watch.restore(before);
    watch.close();
  }

  /**
   * The awaits that count, by thread and in order of time.
   *
   * @throws AssertionError if there were more than can be kept, so that counts would be wrong
   */
  synchronized List<Seen> awaits() {
    long now = System.nanoTime();
    int unkept = watch.unkept();
    if (unkept > 0) {
      throw new AssertionError(
          "the test had so many awaits that "
              + unkept
              + " of them were not kept: assert on a smaller part at a time");
    }
    return watch.awaits().stream()
        .filter(await -> await.endNanos == 0 || await.endNanos >= beginNanos)
        .filter(await -> !JdkThreads.isInternal(await.thread.getName()))
        .map(await -> new Seen(await.thread, converted(await, now), await))
        .sorted(
            Comparator.comparingLong((Seen seen) -> seen.thread().threadId())
                .thenComparingLong(seen -> seen.await().startNanos()))
        .toList();
  }

  private Await converted(WatchedAwait await, long now) {
    return await.endNanos == 0
        ? conversion.await(await, now)
        : converted.computeIfAbsent(await, a -> conversion.await(a, now));
  }

  /**
   * The threads that the test started, and those that these started; not the one on which it runs.
   */
  List<Thread> started() {
    return watch.tasks().stream()
        .filter(task -> task.parent != 0)
        .map(task -> task.thread)
        .toList();
  }

  ClassLoader loader() {
    return loader;
  }

  Wakers wakers() {
    return new Wakers(watch.tasks().stream().map(task -> task.thread).toList(), awaits());
  }

  Set<Long> taskIds() {
    return watch.tasks().stream().map(task -> task.thread.threadId()).collect(Collectors.toSet());
  }

  /** The recording, as if it had been read from a file. */
  Recording recording() {
    long now = System.nanoTime();
    var builder = new RecordingBuilder(false);
    for (WatchedTask task : watch.tasks()) {
      if (task.endNanos == 0 || task.endNanos >= beginNanos) {
        add(task, builder);
      }
    }
    for (Seen seen : awaits()) {
      ThreadRef thread = ref(seen.thread());
      if (seen.await().isStillSuspended()) {
        builder.accept(
            new TraceEvent.StillAwaiting(
                thread, seen.await(), ThreadRef.UNKNOWN, seen.await().endNanos()));
      } else {
        builder.accept(new TraceEvent.Awaited(thread, seen.await()));
        learnWaker(seen.raw(), builder);
      }
    }
    long start = conversion.epoch(openNanos);
    return builder.build(
        new RecordingInfo(
            List.of(), start, conversion.epoch(now), start, 1, "", Source.AGENT, 0, List.of()));
  }

  private void add(WatchedTask task, RecordingBuilder builder) {
    ThreadRef thread = ref(task.thread);
    long born = conversion.epoch(task.bornNanos);
    if (task.parent != 0) {
      var parent = new ThreadRef(task.parent, task.parentName, false);
      Stack where = conversion.stack(task.where.getStackTrace());
      builder.accept(new TraceEvent.Spawned(thread, new Spawn(parent, born, "", where)));
    }
    builder.accept(new TraceEvent.Started(thread, born));
    if (task.endNanos != 0) {
      builder.accept(new TraceEvent.Ended(thread, conversion.epoch(task.endNanos)));
    }
  }

  private void learnWaker(WatchedAwait await, RecordingBuilder builder) {
    if (await.waker != 0 && !await.wakerName.isEmpty()) {
      var waker = new ThreadRef(await.waker, await.wakerName, false);
      long at = conversion.epoch(await.endNanos - await.readyNanos);
      builder.accept(
          new TraceEvent.Woke(
              new Wake(waker, await.thread.threadId(), at, await.interrupted, Stack.NONE)));
    }
  }

  private static ThreadRef ref(Thread thread) {
    return new ThreadRef(thread.threadId(), thread.getName(), true);
  }

  /**
   * Makes the failure of a test whose awaits are not as asserted.
   *
   * @param headline what was expected and what was found, in one sentence
   * @param details lines that show it
   */
  AwaitsAssertionError failure(
      String headline, List<String> details, Object expected, Object actual) {
    List<String> lines = new ArrayList<>();
    lines.add(headline);
    details.forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add(report());
    return new AwaitsAssertionError(String.join("\n", lines), expected, actual);
  }

  /** The trace, and where the recording will be. */
  String report() {
    return trace() + "\n\nrecording: " + recordingFile + "   (trama report shows it)";
  }

  void leaveRecording() throws IOException {
    FailureRecordings.leave(recordingFile, openNanos, taskIds());
  }

  /** The await-style trace. */
  String trace() {
    Recording recording = recording();
    var text = new TraceText(recording, Palette.PLAIN, true);
    List<TaskGroup> groups = TaskGroup.byEntry(recording.tasks());
    List<String> lines = new ArrayList<>();
    groups.stream()
        .limit(MAX_GROUPS)
        .forEach(
            group -> {
              lines.addAll(text.group(group));
              lines.add("");
            });
    if (groups.isEmpty()) {
      return "The test has started no virtual thread.";
    }
    boolean cut = groups.size() > MAX_GROUPS || lines.size() > MAX_LINES;
    return lines.stream().limit(MAX_LINES).collect(Collectors.joining("\n")).stripTrailing()
        + (cut ? "\n… more in the recording" : "");
  }
}

package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.words.Glob;
import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.JdkThreads;
import dev.trama.analyzer.model.ThreadRef;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which awaits a command counts; a subclass names the option for the end of the time. */
class AwaitConditions {
  @Option(
      names = "--kind",
      paramLabel = "GLOB",
      description = "Of this kind: top-level (park) or finer (socket *).")
  String kind = "*";

  @Option(
      names = "--task",
      paramLabel = "ID|GLOB",
      description = "Of tasks with this id, thread name or entry method.")
  String task = "*";

  @Option(
      names = "--at",
      paramLabel = "GLOB",
      description = "At a suspension point such as Cart.java:7, Cart.java or Cart.add.")
  String at = "*";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Ending at or after this time into the recording: 500ms, 2s, 1m.")
  long fromNanos = Long.MIN_VALUE;

  long toNanos = Long.MAX_VALUE;

  boolean isAny() {
    return kind.equals("*")
        && task.equals("*")
        && at.equals("*")
        && fromNanos == Long.MIN_VALUE
        && toNanos == Long.MAX_VALUE;
  }

  BiPredicate<ThreadRef, Await> predicate(long recordingStartNanos, boolean includeJdk) {
    BiPredicate<ThreadRef, Await> visible =
        (thread, await) -> includeJdk || !JdkThreads.isInternal(thread.name());
    if (isAny()) {
      return visible;
    }
    Pattern kinds = Glob.compile(kind);
    Pattern tasks = Glob.compile(task);
    Pattern sites = Glob.compile(at);
    return visible.and(
        (thread, await) ->
            isOfKind(kinds, await)
                && (task.equals("*") || isOfTask(tasks, thread, await))
                && (at.equals("*") || isAt(sites, await))
                && (fromNanos == Long.MIN_VALUE
                    || await.endNanos() - recordingStartNanos >= fromNanos)
                && (toNanos == Long.MAX_VALUE
                    || await.startNanos() - recordingStartNanos < toNanos));
  }

  private static boolean isOfKind(Pattern kinds, Await await) {
    return kinds.matcher(await.kind().jsonName()).matches()
        || kinds.matcher(await.fine().name()).matches();
  }

  private boolean isOfTask(Pattern tasks, ThreadRef thread, Await await) {
    return task.equals(Long.toString(thread.id()))
        || tasks.matcher(thread.name()).matches()
        || await
            .stack()
            .entry()
            .map(Frame::label)
            .filter(e -> tasks.matcher(e).matches())
            .isPresent();
  }

  private static boolean isAt(Pattern sites, Await await) {
    return await.stack().suspensionPoint().filter(frame -> Glob.isAt(sites, frame)).isPresent();
  }
}

package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.request.Request;
import dev.trama.analyzer.analyse.words.Glob;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which requests a command looks at. */
final class RequestFilter {
  @Option(names = "--request", paramLabel = "GLOB", description = "Of this name.")
  String request = "";

  @Option(
      names = "--task",
      paramLabel = "ID|GLOB",
      description = "Of tasks with this id, thread name or entry method.")
  String task = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Beginning at or after this time into the recording: 500ms, 2s, 1m.")
  long fromNanos = Long.MIN_VALUE;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Beginning before this time into the recording.")
  long toNanos = Long.MAX_VALUE;

  boolean isAny() {
    return request.isEmpty()
        && task.isEmpty()
        && fromNanos == Long.MIN_VALUE
        && toNanos == Long.MAX_VALUE;
  }

  /**
   * @param zeroNanos start of the recording
   */
  Predicate<Request> predicate(long zeroNanos) {
    Pattern names = Glob.compile(request.isEmpty() ? "*" : request);
    var tasks = new TaskFilter(task.isEmpty() ? "*" : task);
    boolean anyTask = task.isEmpty();
    return r ->
        names.matcher(r.name()).matches()
            && (anyTask || r.root().task().filter(tasks).isPresent())
            && r.startNanos() - zeroNanos >= fromNanos
            && r.startNanos() - zeroNanos < toNanos;
  }
}

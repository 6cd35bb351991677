package dev.trama.analyzer.cli;

import dev.trama.analyzer.analyse.finding.Evidence;
import dev.trama.analyzer.analyse.finding.FindingsFold;
import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.HeldWindow;
import dev.trama.analyzer.read.PipelinedWindow;
import dev.trama.analyzer.read.RecordingReader;
import dev.trama.analyzer.read.WindowSink;
import dev.trama.analyzer.read.decode.EventDetail;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How every command reads recordings. */
class ReadingOptions {
  /** For the progress bar: the size of an event on disk, with its share of stacks and names. */
  private static final int BYTES_PER_EVENT = 30;

  @Option(
      names = "--include-jdk",
      description = "Show the JDK's own virtual threads too, such as the socket pollers.")
  boolean includeJdk;

  @Option(
      names = "--app",
      paramLabel = "PREFIX",
      description = "Treat classes with this prefix as the application's, even a known library's.")
  List<String> application = List.of();

  /** For tests: the size in bytes above which a recording counts as too large for memory. */
  @Option(names = "--window-bytes", hidden = true)
  long windowBytes;

  RecordingReader open(List<Path> files) {
    return RecordingReader.open(files, CodeMap.standard(application));
  }

  Recording readAll(RecordingReader reader) {
    var builder = new RecordingBuilder(includeJdk);
    return builder.build(read(reader, builder));
  }

  /** For analyses that need the whole: a recording that does not fit into this heap is an error. */
  Recording readWhole(RecordingReader reader) {
    if (!fitsIntoMemory(reader)) {
      throw new UserError(
          "the recording is too large for this heap; set TRAMA_JAVA_OPTS=-Xmx"
              + (reader.sizeBytes() * 5 / 1_000_000_000 + 1)
              + "g");
    }
    return readAll(reader);
  }

  /** Streams everything through {@code sink}; what is wrong with the files goes to stderr. */
  RecordingInfo read(RecordingReader reader, Consumer<TraceEvent> sink) {
    return read(reader, sink, EventDetail.ALL);
  }

  /** The same, but only with these details. */
  RecordingInfo read(RecordingReader reader, Consumer<TraceEvent> sink, Set<EventDetail> details) {
    return withProgress(reader, progress -> reader.read(progress.towards(sink), details));
  }

  /**
   * Streams everything through {@code sink} and through {@code findings}, which gets windows of as
   * much as may be held.
   */
  RecordingInfo investigate(
      RecordingReader reader, Consumer<TraceEvent> sink, FindingsFold findings) {
    return readInWindows(
        reader,
        new HeldWindow(
            includeJdk, sink, window -> findings.add(new Evidence(window, reader.span()))));
  }

  /** Streams everything through {@code sink}, in windows of as much as may be held. */
  RecordingInfo readInWindows(RecordingReader reader, WindowSink sink) {
    return readInWindows(reader, maxBytes(), sink);
  }

  private static RecordingInfo readInWindows(
      RecordingReader reader, long maxBytes, WindowSink sink) {
    return withProgress(
        reader,
        progress ->
            reader.readInWindows(
                maxBytes,
                new WindowSink() {
                  @Override
                  public Consumer<TraceEvent> begin() {
                    return progress.towards(sink.begin());
                  }

                  @Override
                  public void end(RecordingInfo window) {
                    sink.end(window);
                  }
                }));
  }

  /** Hands over the recording, or windows of one that is too large to be held, in order of time. */
  RecordingInfo readWindows(RecordingReader reader, Consumer<Recording> sink) {
    return readInWindows(
        reader, halfWindow(reader), new HeldWindow(includeJdk, passing -> {}, sink));
  }

  /**
   * The same for what needs no more memory than the window itself: looks at one while the next is
   * read. Wake-ups are not held.
   */
  RecordingInfo readWindowsAhead(RecordingReader reader, Consumer<Recording> sink) {
    try (var windows = new PipelinedWindow(includeJdk, sink)) {
      return readInWindows(reader, halfWindow(reader), windows);
    }
  }

  /** The size of a window where its analysis, or the next window, needs as much memory again. */
  private long halfWindow(RecordingReader reader) {
    return fitsIntoMemory(reader) ? maxBytes() : maxBytes() / 2;
  }

  private static RecordingInfo withProgress(
      RecordingReader reader, Function<Progress, RecordingInfo> reading) {
    RecordingInfo info;
    try (var progress = Progress.of(reader.sizeBytes() / BYTES_PER_EVENT)) {
      info = reading.apply(progress);
    }
    info.warnings().forEach(warning -> System.err.println("trama: " + warning));
    return info;
  }

  /**
   * The newest of these files, which are in order of time, as many as may be held; at least one.
   */
  List<Path> newestThatFit(List<Path> files) {
    long left = maxBytes();
    int first = files.size();
    while (first > 0) {
      long bytes = files.get(first - 1).toFile().length();
      if (bytes > left && first < files.size()) {
        break;
      }
      left -= bytes;
      first--;
    }
    return files.subList(first, files.size());
  }

  boolean fitsIntoMemory(RecordingReader reader) {
    return reader.sizeBytes() <= maxBytes();
  }

  /**
   * How many bytes of a recording may be held. An await takes 30 to 45 bytes on disk and about 150
   * in memory, and detectors need room beside it.
   */
  private long maxBytes() {
    return windowBytes > 0 ? windowBytes : Runtime.getRuntime().maxMemory() / 12;
  }
}

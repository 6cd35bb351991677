package dev.trama.analyzer.read;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Dump;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.RecordingSpan;
import dev.trama.analyzer.model.TraceEvent;
import dev.trama.analyzer.read.decode.Decoding;
import dev.trama.analyzer.read.decode.EventDetail;
import dev.trama.analyzer.read.decode.NumberedStacks;
import dev.trama.analyzer.read.decode.SourceDetector;
import dev.trama.analyzer.read.decode.StackPool;
import dev.trama.analyzer.read.decode.SynchronizedSink;
import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.file.ChunkScan;
import dev.trama.analyzer.read.file.RecordingFiles;
import dev.trama.analyzer.read.file.UnreadableRecording;
import dev.trama.analyzer.read.file.Warnings;
import dev.trama.analyzer.read.file.Windows;
import dev.trama.analyzer.read.parse.ParallelReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One recording, in one or several files. Opening it checks the files; reading streams it. */
public final class RecordingReader {
  private final List<String> names;
  private final List<ChunkScan> scans;
  private final List<Chunk> chunks;
  private final StackPool stacks;
  private final NumberedStacks numbered;

  private RecordingReader(List<Path> named, List<ChunkScan> scans, CodeMap code) {
    this.names = named.stream().map(Path::toString).toList();
    this.scans = scans;
    this.chunks = scans.stream().flatMap(scan -> scan.chunks().stream()).toList();
    this.stacks = new StackPool(code);
    this.numbered = new NumberedStacks(chunks, stacks);
  }

  /**
   * Opens a recording and scans its chunks' headers.
   *
   * @param files recordings, or directories of them such as a JFR repository
   * @throws UnreadableRecording when a file cannot be read, or there is no chunk to read
   */
  public static RecordingReader open(List<Path> files, CodeMap code) {
    List<ChunkScan> scans =
        RecordingFiles.expand(files).stream()
            .map(ChunkScan::of)
            .sorted(Comparator.comparingLong(RecordingReader::startNanos))
            .toList();
    if (scans.stream().allMatch(scan -> scan.chunks().isEmpty())) {
      ChunkScan first = scans.getFirst();
      throw new UnreadableRecording(
          first.file(), first.problem().orElse("is empty; was the program killed?"));
    }
    return new RecordingReader(files, scans, code);
  }

  private static long startNanos(ChunkScan scan) {
    return scan.chunks().isEmpty() ? Long.MAX_VALUE : scan.chunks().getFirst().startNanos();
  }

  public RecordingSpan span() {
    return span(chunks);
  }

  private static RecordingSpan span(List<Chunk> chunks) {
    long start = chunks.stream().mapToLong(Chunk::startNanos).min().orElseThrow();
    long end = chunks.stream().mapToLong(Chunk::endNanos).max().orElseThrow();
    long lastChunk = chunks.stream().mapToLong(Chunk::startNanos).max().orElseThrow();
    return new RecordingSpan(start, Math.max(start, end), lastChunk);
  }

  public long sizeBytes() {
    return scans.stream().mapToLong(ChunkScan::usableBytes).sum();
  }

  /**
   * Streams every event, in no particular order, through {@code sink}, which is called by one
   * thread at a time. A damaged chunk is left out, and the result's warnings say so. What the sink
   * throws goes to the caller.
   *
   * @throws UnreadableRecording when every chunk is damaged
   */
  public RecordingInfo read(Consumer<TraceEvent> sink) {
    return read(sink, EventDetail.ALL);
  }

  /** The same, but only with the details in {@code details}. */
  public RecordingInfo read(Consumer<TraceEvent> sink, Set<EventDetail> details) {
    return read(
        List.of(chunks),
        details,
        new WindowSink() {
          @Override
          public Consumer<TraceEvent> begin() {
            return sink;
          }

          @Override
          public void end(RecordingInfo window) {}
        });
  }

  /**
   * Streams every event in windows of consecutive chunks, each of up to {@code maxBytes} bytes of
   * the recording, or of one chunk if that is larger. Damage and errors as in {@link #read}.
   */
  public RecordingInfo readInWindows(long maxBytes, WindowSink sink) {
    return read(Windows.of(chunks, maxBytes), EventDetail.ALL, sink);
  }

  private RecordingInfo read(List<List<Chunk>> windows, Set<EventDetail> details, WindowSink sink) {
    SourceDetector.Result detected = SourceDetector.of(chunks);
    List<Optional<String>> problems = new ArrayList<>();
    List<Dump> dumps = new ArrayList<>();
    long lostBytes = 0;
    for (List<Chunk> window : windows) {
      var events = new SynchronizedSink(sink.begin());
      problems.addAll(
          ParallelReader.read(
              window, () -> new Decoding(stacks, numbered, detected, details, events)));
      events.rethrow();
      lostBytes += events.lostBytes();
      dumps.addAll(events.dumps());
      sink.end(info(window, detected, events.lostBytes(), List.of(), events.dumps()));
    }
    List<Chunk> inOrder = windows.stream().flatMap(List::stream).toList();
    if (problems.stream().allMatch(Optional::isPresent)) {
      throw new UnreadableRecording(
          inOrder.getFirst().file(),
          "is damaged: " + problems.getFirst().orElseThrow() + "; nothing in it can be relied on");
    }
    return info(
        chunks, detected, lostBytes, Warnings.of(scans, inOrder, problems, lostBytes), dumps);
  }

  private RecordingInfo info(
      List<Chunk> of,
      SourceDetector.Result detected,
      long lostBytes,
      List<String> warnings,
      List<Dump> dumps) {
    RecordingSpan span = span(of);
    return new RecordingInfo(
        names,
        span.startNanos(),
        span.endNanos(),
        span.lastChunkNanos(),
        of.size(),
        detected.jdk(),
        detected.source(),
        lostBytes,
        warnings,
        dumps);
  }

  /**
   * Reads everything and holds it, which needs several times the file's size in heap. Damage as in
   * {@link #read}.
   *
   * @param includeJdk whether the JDK's own virtual threads count as tasks
   */
  public Recording readAll(boolean includeJdk) {
    var builder = new RecordingBuilder(includeJdk);
    return builder.build(read(builder));
  }
}

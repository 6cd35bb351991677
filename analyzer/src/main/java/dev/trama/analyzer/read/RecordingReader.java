package dev.trama.analyzer.read;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Extent;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
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

  private RecordingReader(List<Path> named, List<ChunkScan> scans, CodeMap code) {
    this.names = named.stream().map(Path::toString).toList();
    this.scans = scans;
    this.chunks = scans.stream().flatMap(scan -> scan.chunks().stream()).toList();
    this.stacks = new StackPool(code);
  }

  /**
   * @param files recordings, or directories of them such as a JFR repository
   * @throws UnreadableRecording when there is nothing to read
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

  public Extent extent() {
    return extent(chunks);
  }

  private static Extent extent(List<Chunk> chunks) {
    long start = chunks.stream().mapToLong(Chunk::startNanos).min().orElseThrow();
    long end = chunks.stream().mapToLong(Chunk::endNanos).max().orElseThrow();
    long lastChunk = chunks.stream().mapToLong(Chunk::startNanos).max().orElseThrow();
    return new Extent(start, Math.max(start, end), lastChunk);
  }

  public long sizeBytes() {
    return scans.stream().mapToLong(ChunkScan::usableBytes).sum();
  }

  /**
   * Streams every event, in no particular order, through {@code sink}, which sees one thread at a
   * time.
   */
  public RecordingInfo read(Consumer<TraceEvent> sink) {
    return read(sink, Aspect.ALL);
  }

  /** The same, without what is not among {@code aspects}. */
  public RecordingInfo read(Consumer<TraceEvent> sink, Set<Aspect> aspects) {
    return read(
        List.of(chunks),
        aspects,
        new WindowSink() {
          @Override
          public Consumer<TraceEvent> begin() {
            return sink;
          }

          @Override
          public void end(RecordingInfo window) {}
        });
  }

  /** Streams every event in windows of {@code mostBytes} of the recording's at most. */
  public RecordingInfo readInWindows(long mostBytes, WindowSink sink) {
    return read(Windows.of(chunks, mostBytes), Aspect.ALL, sink);
  }

  private RecordingInfo read(List<List<Chunk>> windows, Set<Aspect> aspects, WindowSink sink) {
    Scout.Report scouted = Scout.of(chunks);
    List<Optional<String>> problems = new ArrayList<>();
    long lostBytes = 0;
    for (List<Chunk> window : windows) {
      var delivery = new Delivery(sink.begin());
      var crew = new Crew(window, () -> new Decoding(stacks, scouted, aspects, delivery));
      problems.addAll(crew.read(Crew.MOST));
      delivery.rethrow();
      lostBytes += delivery.lostBytes();
      sink.end(info(window, scouted, delivery.lostBytes(), List.of()));
    }
    List<Chunk> inOrder = windows.stream().flatMap(List::stream).toList();
    if (problems.stream().allMatch(Optional::isPresent)) {
      throw new UnreadableRecording(
          inOrder.getFirst().file(),
          "is damaged: " + problems.getFirst().orElseThrow() + "; nothing in it can be relied on");
    }
    return info(chunks, scouted, lostBytes, Warnings.of(scans, inOrder, problems, lostBytes));
  }

  private RecordingInfo info(
      List<Chunk> of, Scout.Report scouted, long lostBytes, List<String> warnings) {
    Extent extent = extent(of);
    return new RecordingInfo(
        names,
        extent.startNanos(),
        extent.endNanos(),
        extent.lastChunkNanos(),
        of.size(),
        scouted.jdk(),
        scouted.source(),
        lostBytes,
        warnings);
  }

  /** Reads everything and holds it. */
  public Recording readAll(boolean includeJdk) {
    var builder = new RecordingBuilder(includeJdk);
    return builder.build(read(builder));
  }
}

package dev.trama.analyzer.read;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.TraceEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

  public long startNanos() {
    return chunks.stream().mapToLong(Chunk::startNanos).min().orElseThrow();
  }

  public long endNanos() {
    return chunks.stream().mapToLong(Chunk::endNanos).max().orElseThrow();
  }

  public long lastChunkNanos() {
    return chunks.stream().mapToLong(Chunk::startNanos).max().orElseThrow();
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
    Scout.Report scouted = Scout.of(chunks);
    var delivery = new Delivery(sink);
    var crew = new Crew(chunks, () -> new Decoding(stacks, scouted, aspects, delivery));
    List<Optional<String>> problems = crew.read(Crew.MOST);
    delivery.rethrow();
    return new RecordingInfo(
        names,
        startNanos(),
        Math.max(startNanos(), endNanos()),
        lastChunkNanos(),
        chunks.size(),
        scouted.jdk(),
        scouted.source(),
        delivery.lostBytes(),
        warnings(problems, delivery.lostBytes()));
  }

  private List<String> warnings(List<Optional<String>> problems, long lostBytes) {
    List<String> warnings = new ArrayList<>();
    for (ChunkScan scan : scans) {
      if (scan.chunks().isEmpty() && scan.problem().isEmpty()) {
        warnings.add(scan.file() + ": is empty and was left out");
      }
      scan.problem().ifPresent(problem -> warnings.add(ignored(scan, problem)));
    }
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      problems
          .get(i)
          .ifPresent(
              problem ->
                  warnings.add(
                      chunk.file()
                          + ": the chunk at byte "
                          + chunk.offset()
                          + " is damaged ("
                          + problem
                          + "); of it nothing or little was read"));
    }
    if (lostBytes > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "JFR itself lost events of %,d bytes, so counts are too low; larger buffers help:"
                  + " -XX:FlightRecorderOptions:memorysize=64m",
              lostBytes));
    }
    if (problems.stream().allMatch(Optional::isPresent)) {
      Chunk first = chunks.getFirst();
      throw new UnreadableRecording(
          first.file(),
          "is damaged: " + problems.getFirst().orElseThrow() + "; nothing in it can be relied on");
    }
    return warnings;
  }

  /** Reads everything and holds it. */
  public Recording readAll(boolean includeJdk) {
    var builder = new RecordingBuilder(includeJdk);
    return builder.build(read(builder));
  }

  private static String ignored(ChunkScan scan, String problem) {
    return scan.file()
        + ": "
        + problem
        + (scan.chunks().isEmpty() ? "; it was left out" : "; only what comes before it was read");
  }
}

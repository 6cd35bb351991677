package dev.trama.analyzer.read;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.Recording;
import dev.trama.analyzer.model.RecordingBuilder;
import dev.trama.analyzer.model.RecordingInfo;
import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.TraceEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** One recording, in one or several files. Opening it checks the files; reading streams it. */
public final class RecordingReader {
  private final List<String> names;
  private final List<ChunkScan> scans;
  private final StackPool stacks;
  private final Seen seen = new Seen();

  private RecordingReader(List<Path> named, List<ChunkScan> scans, CodeMap code) {
    this.names = named.stream().map(Path::toString).toList();
    this.scans = scans;
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
    for (ChunkScan scan : scans) {
      boolean empty = scan.chunks().isEmpty();
      if (empty && scan.usableBytes() == 0 && scan.problem().isEmpty()) {
        throw new UnreadableRecording(scan.file(), "is empty; was the program killed?");
      }
      if (empty && scans.size() == 1) {
        throw new UnreadableRecording(scan.file(), scan.problem().orElse("holds no chunk"));
      }
    }
    if (scans.stream().allMatch(scan -> scan.chunks().isEmpty())) {
      throw new UnreadableRecording(files.getFirst(), "holds no finished chunk of a recording");
    }
    return new RecordingReader(files, scans, code);
  }

  private static long startNanos(ChunkScan scan) {
    return scan.chunks().isEmpty() ? Long.MAX_VALUE : scan.chunks().getFirst().startNanos();
  }

  public long startNanos() {
    return chunks().stream().mapToLong(Chunk::startNanos).min().orElseThrow();
  }

  public long endNanos() {
    return chunks().stream().mapToLong(Chunk::endNanos).max().orElseThrow();
  }

  public long lastChunkNanos() {
    return chunks().stream().mapToLong(Chunk::startNanos).max().orElseThrow();
  }

  public long sizeBytes() {
    return scans.stream().mapToLong(ChunkScan::usableBytes).sum();
  }

  private List<Chunk> chunks() {
    return scans.stream().flatMap(scan -> scan.chunks().stream()).toList();
  }

  /** Streams every event, in no particular order, through {@code sink}. */
  public RecordingInfo read(Consumer<TraceEvent> sink) {
    var decoders = new Decoders(stacks).byName();
    List<String> warnings = new ArrayList<>();
    for (ChunkScan scan : scans) {
      scan.problem().ifPresent(problem -> warnings.add(ignored(scan, problem)));
      if (!scan.chunks().isEmpty()) {
        new FileStream(scan, decoders, stacks, seen).read(sink).ifPresent(warnings::add);
      }
    }
    return new RecordingInfo(
        names,
        startNanos(),
        Math.max(startNanos(), endNanos()),
        lastChunkNanos(),
        chunks().size(),
        seen.jdk,
        seen.source(),
        warnings);
  }

  /** Reads everything and holds it. */
  public Recording readAll(boolean includeJdk) {
    var builder = new RecordingBuilder(includeJdk);
    return builder.build(read(builder));
  }

  private static String ignored(ChunkScan scan, String problem) {
    return scan.file() + ": " + problem + "; only what comes before it was read";
  }

  /** What was learned of the recording in passing. */
  static final class Seen {
    String jdk = "";
    boolean agent;
    boolean methodTrace;

    Source source() {
      return agent ? Source.AGENT : methodTrace ? Source.METHOD_TRACE : Source.JFR;
    }
  }
}

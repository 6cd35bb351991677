package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.parse.ChunkVisitor;
import dev.trama.analyzer.read.parse.ParallelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/**
 * Goes ahead of the reading to learn what kind of recording it is, because that decides what its
 * events mean. The agent announces itself at the beginning of every chunk, so of its recordings
 * only the first chunk is looked at. Its state is handed from one {@link ParallelReader} to the
 * next.
 */
public final class SourceDetector implements ChunkVisitor {
  /** Beyond so many pinned parks the rest count as plain ones: memory must not grow. */
  private static final int MAX_PINNED = 100_000;

  private final List<Pinned> pinned = new ArrayList<>();
  private String jdk = "";
  private boolean agent;
  private boolean methodTrace;

  /** A virtual thread that JFR itself saw pinned. */
  record Pinned(long thread, long startNanos, long endNanos) {}

  /**
   * @param jdk version of the JVM that was recorded; empty when the recording does not say
   * @param pinned what JFR saw pinned, in recordings without the agent
   */
  public record Result(Source source, String jdk, List<Pinned> pinned) {
    /** Until JDK 23 a virtual thread that blocks on a monitor blocks its carrier too. */
    boolean monitorsPin() {
      int end = 0;
      while (end < jdk.length() && Character.isDigit(jdk.charAt(end))) {
        end++;
      }
      return end > 0 && Integer.parseInt(jdk, 0, end, 10) < 24;
    }
  }

  private SourceDetector() {}

  /** Damage is left for the reading to report. */
  public static Result of(List<Chunk> chunks) {
    var detector = new SourceDetector();
    int looked = 0;
    while (looked < chunks.size() && !detector.agent) {
      new ParallelReader(chunks.subList(looked, ++looked), () -> detector).read(1);
    }
    Source source =
        detector.agent ? Source.AGENT : detector.methodTrace ? Source.METHOD_TRACE : Source.JFR;
    return new Result(
        source, detector.jdk, detector.agent ? List.of() : List.copyOf(detector.pinned));
  }

  @Override
  public Map<String, Consumer<RecordedEvent>> handlers() {
    return Map.of(
        "trama.Agent", event -> agent = true,
        "trama.Await", event -> agent = true,
        "jdk.JVMInformation", this::learnJdk,
        "jdk.MethodTrace", event -> methodTrace |= TracedMethods.isPark(event),
        "jdk.VirtualThreadPinned", this::pinned);
  }

  @Override
  public void begin() {}

  @Override
  public boolean wantsMore() {
    return !agent || jdk.isEmpty();
  }

  @Override
  public void end() {}

  private void learnJdk(RecordedEvent event) {
    String version = event.getString("jvmVersion");
    int open = version == null ? -1 : version.indexOf('(');
    int close = open < 0 ? -1 : version.indexOf(')', open);
    if (close > 0) {
      jdk = version.substring(open + 1, close);
    }
  }

  private void pinned(RecordedEvent event) {
    RecordedThread thread = event.getThread();
    if (thread != null && pinned.size() < MAX_PINNED) {
      pinned.add(
          new Pinned(thread.getJavaThreadId(), Fields.startNanos(event), Fields.endNanos(event)));
    }
  }
}

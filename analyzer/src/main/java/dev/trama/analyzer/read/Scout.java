package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/**
 * Goes ahead of the reading to learn what kind of recording it is, because that decides what its
 * events mean. The agent announces itself at the beginning of every chunk, so of its recordings
 * only the first chunk is looked at. Its state is handed from one {@link Crew} to the next.
 */
final class Scout implements ChunkVisitor {
  /** Beyond so many pinned parks the rest count as plain ones: memory must not grow. */
  private static final int MOST_PINNED = 100_000;

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
  record Report(Source source, String jdk, List<Pinned> pinned) {
    /** Until JDK 23 a virtual thread that blocks on a monitor blocks its carrier too. */
    boolean monitorsPin() {
      int end = 0;
      while (end < jdk.length() && Character.isDigit(jdk.charAt(end))) {
        end++;
      }
      return end > 0 && Integer.parseInt(jdk, 0, end, 10) < 24;
    }
  }

  private Scout() {}

  /** Damage is left for the reading to report. */
  static Report of(List<Chunk> chunks) {
    var scout = new Scout();
    int looked = 0;
    while (looked < chunks.size() && !scout.agent) {
      new Crew(chunks.subList(looked, ++looked), () -> scout).read(1);
    }
    Source source =
        scout.agent ? Source.AGENT : scout.methodTrace ? Source.METHOD_TRACE : Source.JFR;
    return new Report(source, scout.jdk, scout.agent ? List.of() : List.copyOf(scout.pinned));
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
  public Optional<Consumer<RecordedEvent>> handlerOf(EventType type) {
    return Optional.empty();
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
    if (thread != null && pinned.size() < MOST_PINNED) {
      pinned.add(
          new Pinned(thread.getJavaThreadId(), Fields.startNanos(event), Fields.endNanos(event)));
    }
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Source;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.parse.ChunkParser;
import dev.trama.analyzer.read.parse.ChunkVisitor;
import dev.trama.analyzer.read.parse.Constants;
import dev.trama.analyzer.read.parse.Event;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds out, before a recording is read, how it was made, because that decides what its events
 * mean. The agent writes an event at the beginning of every chunk, so only the first chunk of its
 * recordings is looked at.
 */
public final class SourceDetector implements ChunkVisitor {
  /** Beyond this many pinned parks, the rest count as plain ones, so that memory stays bounded. */
  private static final int MAX_PINNED = 100_000;

  private final List<Pinned> pinned = new ArrayList<>();
  private String jdk = "";
  private boolean agent;
  private boolean methodTrace;
  private Constants constants;

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

  /** The actual reading will report damage. */
  public static Result of(List<Chunk> chunks) {
    var detector = new SourceDetector();
    for (Chunk chunk : chunks) {
      if (!detector.agent) {
        ChunkParser.read(chunk, detector);
      }
    }
    Source source =
        detector.agent ? Source.AGENT : detector.methodTrace ? Source.METHOD_TRACE : Source.JFR;
    return new Result(
        source, detector.jdk, detector.agent ? List.of() : List.copyOf(detector.pinned));
  }

  @Override
  public Map<String, EventHandler> handlers() {
    var fields = new Fields();
    var method = fields.field("method");
    var version = fields.field("jvmVersion");
    var thread = fields.field("eventThread");
    var announced = new EventHandler(fields, event -> agent = true);
    return Map.of(
        "trama.Agent",
        announced,
        "trama.Await",
        announced,
        "jdk.JVMInformation",
        new EventHandler(fields, event -> learnJdk(event.text(version))),
        "jdk.MethodTrace",
        new EventHandler(
            fields, event -> methodTrace |= TracedMethods.isPark(event.number(method), constants)),
        "jdk.VirtualThreadPinned",
        new EventHandler(fields, event -> pinned(event, constants.thread(event.number(thread)))));
  }

  @Override
  public void begin(Constants ofChunk) {
    constants = ofChunk;
  }

  @Override
  public boolean wantsMore() {
    return !agent || jdk.isEmpty();
  }

  @Override
  public void end() {}

  private void learnJdk(String version) {
    int open = version.indexOf('(');
    int close = open < 0 ? -1 : version.indexOf(')', open);
    if (close > 0) {
      jdk = version.substring(open + 1, close);
    }
  }

  private void pinned(Event event, ThreadRef thread) {
    if (thread.isKnown() && pinned.size() < MAX_PINNED) {
      pinned.add(new Pinned(thread.id(), event.startNanos(), event.endNanos()));
    }
  }
}

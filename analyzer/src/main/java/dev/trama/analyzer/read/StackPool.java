package dev.trama.analyzer.read;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * One {@link Stack} for equal stacks. Within a chunk the JDK's parser hands out one object for one
 * stack, so most look-ups are by identity.
 */
final class StackPool {
  private final CodeMap code;
  private final IdentityHashMap<RecordedStackTrace, Stack> ofChunk = new IdentityHashMap<>();
  private final Map<Key, Stack> stacks = new HashMap<>();
  private final Map<Frame, Frame> frames = new HashMap<>();
  private final Map<String, Stack> ofText = new HashMap<>();

  private record Key(List<Frame> frames, boolean truncated) {}

  StackPool(CodeMap code) {
    this.code = code;
  }

  void chunkEnded() {
    ofChunk.clear();
  }

  Stack of(RecordedStackTrace recorded) {
    if (recorded == null) {
      return Stack.NONE;
    }
    Stack known = ofChunk.get(recorded);
    if (known == null) {
      known =
          intern(recorded.getFrames().stream().map(this::frame).toList(), recorded.isTruncated());
      ofChunk.put(recorded, known);
    }
    return known;
  }

  /** Of lines such as {@code a.b.C.method(File.java:12)}. */
  Stack ofText(String lines) {
    if (lines == null || lines.isBlank()) {
      return Stack.NONE;
    }
    return ofText.computeIfAbsent(
        lines, text -> intern(text.lines().map(this::frame).toList(), false));
  }

  private Stack intern(List<Frame> frames, boolean truncated) {
    return stacks.computeIfAbsent(
        new Key(new ArrayList<>(frames), truncated), key -> new Stack(key.frames(), truncated));
  }

  private Frame frame(RecordedFrame recorded) {
    RecordedMethod method = recorded.getMethod();
    String type = method == null ? "unknown" : method.getType().getName();
    String name = method == null ? "unknown" : method.getName();
    return intern(type, name, CodeNames.file(type), Math.max(0, recorded.getLineNumber()));
  }

  private Frame frame(String line) {
    int open = line.indexOf('(');
    String where = open < 0 ? line : line.substring(0, open);
    int module = where.lastIndexOf('/');
    if (module >= 0 && !where.startsWith("0x", module + 1)) {
      where = where.substring(module + 1);
    }
    int dot = where.lastIndexOf('.');
    String type = dot < 0 ? "unknown" : where.substring(0, dot).strip();
    String method = where.substring(dot + 1).strip();
    String[] site = open < 0 ? new String[0] : line.substring(open + 1).split("[:)]");
    boolean hasFile = site.length > 0 && site[0].contains(".") && !site[0].contains(" ");
    return intern(
        type,
        method,
        hasFile ? site[0] : CodeNames.file(type),
        site.length > 1 ? line(site[1]) : 0);
  }

  private static int line(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private Frame intern(String type, String method, String file, int line) {
    return frames.computeIfAbsent(
        new Frame(type, method, file, line, code.origin(type)), frame -> frame);
  }
}

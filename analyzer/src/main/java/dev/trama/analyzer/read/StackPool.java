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
    int line = Math.max(0, recorded.getLineNumber());
    return intern(new Frame(type, name, CodeNames.file(type), line, code.origin(type)));
  }

  private Frame frame(String line) {
    return intern(FrameText.parse(line, code));
  }

  private Frame intern(Frame frame) {
    return frames.computeIfAbsent(frame, same -> same);
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;

/** One {@link Stack} for equal stacks, and one {@link Frame} for equal frames, of all files. */
public final class StackPool {
  private final CodeMap code;
  private final Map<Key, Stack> stacks = new ConcurrentHashMap<>();
  private final Map<Frame, Frame> frames = new ConcurrentHashMap<>();
  private final Map<String, Stack> ofText = new ConcurrentHashMap<>();

  private record Key(List<Frame> frames, boolean truncated) {}

  public StackPool(CodeMap code) {
    this.code = code;
  }

  Stack of(RecordedStackTrace recorded) {
    return intern(recorded.getFrames().stream().map(this::frame).toList(), recorded.isTruncated());
  }

  /** Of lines such as {@code a.b.C.method(File.java:12)}. */
  Stack ofText(String lines) {
    if (lines.isBlank()) {
      return Stack.NONE;
    }
    return ofText.computeIfAbsent(
        lines, text -> intern(text.lines().map(this::frame).toList(), false));
  }

  private Stack intern(List<Frame> frames, boolean truncated) {
    return stacks.computeIfAbsent(
        new Key(frames, truncated), key -> new Stack(key.frames(), truncated));
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

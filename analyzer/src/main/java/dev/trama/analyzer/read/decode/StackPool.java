package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.CodeMap;
import dev.trama.analyzer.model.CodeNames;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One {@link Stack} for equal stacks, and one {@link Frame} for equal frames, of all files. */
public final class StackPool {
  private final CodeMap code;
  private final Map<Key, Stack> stacks = new ConcurrentHashMap<>();
  private final Map<Frame, Frame> frames = new ConcurrentHashMap<>();
  private final Map<String, Stack> ofText = new ConcurrentHashMap<>();

  /** What follows from a class's name, which takes a while to compute. */
  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  private record Key(List<Frame> frames, boolean cut) {}

  private record Source(String file, Frame.Origin origin) {}

  public StackPool(CodeMap code) {
    this.code = code;
  }

  /**
   * @param cut whether frames below the last one are missing
   */
  Stack stack(List<Frame> frames, boolean cut) {
    return stacks.computeIfAbsent(
        new Key(List.copyOf(frames), cut), k -> new Stack(k.frames(), cut));
  }

  /** A stack from lines such as {@code a.b.C.method(File.java:12)}. */
  Stack ofText(String lines) {
    if (lines.isBlank()) {
      return Stack.NONE;
    }
    return ofText.computeIfAbsent(
        lines, text -> stack(text.lines().map(this::frame).toList(), false));
  }

  /**
   * @param type binary name of the class; empty when the recording does not know the method
   * @param line 0 or less when unknown
   */
  Frame frame(String type, String method, int line) {
    String name = type.isEmpty() ? "unknown" : type;
    Source source =
        sources.computeIfAbsent(name, n -> new Source(CodeNames.file(n), code.origin(n)));
    return intern(
        new Frame(
            name,
            type.isEmpty() ? "unknown" : method,
            source.file(),
            Math.max(0, line),
            source.origin()));
  }

  private Frame frame(String line) {
    return intern(FrameText.parse(line, code));
  }

  private Frame intern(Frame frame) {
    return frames.computeIfAbsent(frame, same -> same);
  }
}

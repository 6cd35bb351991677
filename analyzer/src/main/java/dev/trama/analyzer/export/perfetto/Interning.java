package dev.trama.analyzer.export.perfetto;

import dev.trama.analyzer.export.perfetto.Schema.InternedData;
import dev.trama.analyzer.export.profile.FrameNames;
import dev.trama.analyzer.export.proto.Message;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strings and stacks that are written once and referred to by number. */
final class Interning {
  private final Map<Integer, Map<Object, Integer>> numbers = new HashMap<>();
  private Message fresh = new Message();
  private boolean isFresh;

  int category(String name) {
    return text(InternedData.CATEGORY, name);
  }

  int eventName(String name) {
    return text(InternedData.EVENT_NAME, name);
  }

  int annotation(String name) {
    return text(InternedData.ANNOTATION_NAME, name);
  }

  int value(String text) {
    return text(InternedData.STRING_VALUE, text);
  }

  /** 0 when there is no stack. */
  int stack(Stack stack) {
    if (!stack.isKnown()) {
      return 0;
    }
    Optional<Integer> known = known(InternedData.CALLSTACK, stack);
    if (known.isPresent()) {
      return known.get();
    }
    // Perfetto has the outermost frame first.
    List<Frame> frames = FrameNames.frames(stack).reversed();
    long[] ids = frames.stream().mapToLong(this::frame).toArray();
    int id = number(InternedData.CALLSTACK, stack);
    var message = new Message().number(InternedData.IID, id);
    for (long frame : ids) {
      message.number(InternedData.CALLSTACK_FRAMES, frame);
    }
    add(InternedData.CALLSTACK, message);
    return id;
  }

  private int frame(Frame frame) {
    Optional<Integer> known = known(InternedData.FRAME, frame);
    if (known.isPresent()) {
      return known.get();
    }
    int function = text(InternedData.FUNCTION_NAME, FrameNames.of(frame));
    int source = text(InternedData.SOURCE_PATH, frame.file());
    int id = number(InternedData.FRAME, frame);
    add(
        InternedData.FRAME,
        new Message()
            .number(InternedData.IID, id)
            .number(InternedData.FRAME_FUNCTION, function)
            .number(InternedData.FRAME_SOURCE, source)
            .number(InternedData.FRAME_LINE, frame.line()));
    return id;
  }

  /** Names and byte strings look alike on the wire. */
  private int text(int field, String text) {
    Optional<Integer> known = known(field, text);
    if (known.isPresent()) {
      return known.get();
    }
    int id = number(field, text);
    add(field, new Message().number(InternedData.IID, id).text(InternedData.VALUE, text));
    return id;
  }

  private Optional<Integer> known(int field, Object what) {
    return Optional.ofNullable(numbers.computeIfAbsent(field, f -> new HashMap<>()).get(what));
  }

  private int number(int field, Object what) {
    Map<Object, Integer> of = numbers.computeIfAbsent(field, f -> new HashMap<>());
    int id = of.size() + 1;
    of.put(what, id);
    return id;
  }

  private void add(int field, Message entry) {
    fresh.message(field, entry);
    isFresh = true;
  }

  /** What is new since the last call; it must be written before its first use. */
  Optional<Message> takeFresh() {
    if (!isFresh) {
      return Optional.empty();
    }
    Message taken = fresh;
    fresh = new Message();
    isFresh = false;
    return Optional.of(taken);
  }
}

package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.read.parse.Constants;
import java.util.ArrayList;
import java.util.List;

/** What the events of one chunk share, by the numbers under which they name it. */
final class ChunkPool {
  private final StackPool shared;
  private final NumberedStacks numberedElsewhere;
  private final LongMap<Stack> numberedHere = new LongMap<>();
  private final LongMap<Stack> stacks = new LongMap<>();
  private final LongMap<Method> methods = new LongMap<>();
  private final LongMap<String> classes = new LongMap<>();
  private Constants constants;

  /** A method, and its frames by line. */
  private record Method(String type, String name, LongMap<Frame> frames) {}

  ChunkPool(StackPool shared, NumberedStacks numbered) {
    this.shared = shared;
    this.numberedElsewhere = numbered;
  }

  void begin(Constants ofChunk) {
    constants = ofChunk;
    numberedHere.clear();
    stacks.clear();
    methods.clear();
    classes.clear();
  }

  Constants constants() {
    return constants;
  }

  /** A stack by the number of its constant; {@link Stack#NONE} for 0. */
  Stack stack(long number) {
    return number == 0 ? Stack.NONE : stacks.computeIfAbsent(number, this::readStack);
  }

  private Stack readStack(long number) {
    if (!constants.hasStack(number)) {
      return Stack.NONE;
    }
    List<Frame> frames = new ArrayList<>();
    boolean cut = constants.readStack(number, (method, line) -> frames.add(frame(method, line)));
    return shared.stack(frames, cut);
  }

  private Frame frame(long number, int line) {
    Method method =
        methods.computeIfAbsent(
            number,
            n -> new Method(constants.typeOfMethod(n), constants.nameOfMethod(n), new LongMap<>()));
    return method
        .frames()
        .computeIfAbsent(line, n -> shared.frame(method.type(), method.name(), (int) n));
  }

  Stack stackOfText(String frames) {
    return shared.ofText(frames);
  }

  /** A stack by the agent's number, from the {@code trama.Stack} of some chunk. */
  Stack stackNumbered(long number) {
    return numberedHere.computeIfAbsent(number, numberedElsewhere::find);
  }

  /** Learns the stack for the agent's number, before the events that use it. */
  void learn(long number, Stack stack) {
    numberedHere.put(number, stack);
    numberedElsewhere.learn(number, stack);
  }

  /** Binary name of a class; empty for 0. */
  String className(long number) {
    return number == 0 ? "" : classes.computeIfAbsent(number, constants::className);
  }

  ThreadRef thread(long number) {
    return constants.thread(number);
  }
}

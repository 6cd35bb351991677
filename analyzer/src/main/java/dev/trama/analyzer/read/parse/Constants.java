package dev.trama.analyzer.read.parse;

import dev.trama.analyzer.model.LongMap;
import dev.trama.analyzer.model.ThreadRef;

/**
 * What the events of a chunk refer to by number. Number 0, and any that is missing, means nothing.
 */
public final class Constants {
  final LongMap<String> texts = new LongMap<>();
  final LongMap<String> symbols = new LongMap<>();
  final LongMap<ThreadRef> threads = new LongMap<>();
  final LongMap<Long> classes = new LongMap<>();
  final LongMap<Method> methods = new LongMap<>();
  final LongMap<Position> stacks = new LongMap<>();
  private final StackReader stackReader;

  /** A method, by the numbers of its class and of its name. */
  record Method(long type, long name) {
    static final Method NONE = new Method(0, 0);
  }

  /** The position of a stack. */
  record Position(Bytes bytes, int at) {}

  /** Takes the frames of a stack, top frame first. */
  public interface FrameSink {
    /**
     * @param method its number
     * @param line 0 or less when unknown
     */
    void frame(long method, int line);
  }

  Constants(Metadata metadata) {
    this.stackReader = new StackReader(metadata);
  }

  public ThreadRef thread(long number) {
    return threads.getOrDefault(number, ThreadRef.UNKNOWN);
  }

  /** Binary name of a class; empty when there is no such class. */
  public String className(long number) {
    return symbols.getOrDefault(classes.getOrDefault(number, 0L), "").replace('/', '.');
  }

  /** Binary name of a method's class; empty when there is no such method. */
  public String typeOfMethod(long number) {
    return className(methods.getOrDefault(number, Method.NONE).type());
  }

  /** Empty when there is no such method. */
  public String nameOfMethod(long number) {
    return symbols.getOrDefault(methods.getOrDefault(number, Method.NONE).name(), "");
  }

  public boolean hasStack(long number) {
    return stacks.containsKey(number);
  }

  /**
   * Hands over the frames of a stack that {@linkplain #hasStack exists}.
   *
   * @return whether frames below the last one are missing, because the stack was too deep
   */
  public boolean readStack(long number, FrameSink sink) {
    return stackReader.read(
        stacks.getOrDefault(number, new Position(new Bytes(new byte[0]), 0)), sink);
  }
}

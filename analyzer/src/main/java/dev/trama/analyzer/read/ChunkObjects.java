package dev.trama.analyzer.read;

import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.IdentityHashMap;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/**
 * What the events of one chunk share, in the model's terms. Within a chunk the JDK's parser hands
 * out one object for one stack, thread or class, so look-ups are by identity; reading an object's
 * own fields by name, as its accessors do, would cost more than the rest of the event.
 *
 * <p>For one thread's use; what is equal in other chunks is shared through {@link StackPool}.
 */
final class ChunkObjects {
  private final StackPool pool;
  private final IdentityHashMap<RecordedStackTrace, Stack> stacks = new IdentityHashMap<>();
  private final IdentityHashMap<RecordedThread, ThreadRef> threads = new IdentityHashMap<>();
  private final IdentityHashMap<RecordedClass, String> types = new IdentityHashMap<>();

  ChunkObjects(StackPool pool) {
    this.pool = pool;
  }

  /** To be called between chunks: the next one has other objects. */
  void clear() {
    stacks.clear();
    threads.clear();
    types.clear();
  }

  Stack stack(RecordedStackTrace recorded) {
    if (recorded == null) {
      return Stack.NONE;
    }
    Stack known = stacks.get(recorded);
    if (known == null) {
      known = pool.of(recorded);
      stacks.put(recorded, known);
    }
    return known;
  }

  /** Of lines such as {@code a.b.C.method(File.java:12)}. */
  Stack stackOfText(String lines) {
    return lines == null || lines.isBlank() ? Stack.NONE : pool.ofText(lines);
  }

  ThreadRef thread(RecordedThread recorded) {
    if (recorded == null) {
      return ThreadRef.UNKNOWN;
    }
    ThreadRef known = threads.get(recorded);
    if (known == null) {
      String name = recorded.getJavaName();
      known =
          new ThreadRef(
              recorded.getJavaThreadId(), name == null ? "" : name, recorded.isVirtual());
      threads.put(recorded, known);
    }
    return known;
  }

  Awaitable awaitable(RecordedClass recorded, int identity) {
    if (recorded == null) {
      return Awaitable.NONE;
    }
    String type = types.get(recorded);
    if (type == null) {
      type = recorded.getName();
      types.put(recorded, type);
    }
    return new Awaitable(type, identity);
  }
}

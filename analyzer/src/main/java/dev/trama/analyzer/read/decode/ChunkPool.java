package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import java.util.Arrays;
import java.util.IdentityHashMap;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/**
 * What the events of one chunk share. Within a chunk the JDK's parser hands out one object for one
 * stack, thread or class, so they are told by identity, without looking inside.
 */
final class ChunkPool {
  /** A power of two; as many threads as take turns within a chunk, not as there are in it. */
  private static final int THREADS = 1 << 10;

  private final StackPool shared;
  private final IdentityHashMap<RecordedStackTrace, Stack> stacks = new IdentityHashMap<>();
  private final IdentityHashMap<RecordedClass, String> classes = new IdentityHashMap<>();
  private final RecordedThread[] recordedThreads = new RecordedThread[THREADS];
  private final ThreadRef[] threads = new ThreadRef[THREADS];

  ChunkPool(StackPool shared) {
    this.shared = shared;
  }

  void chunkEnded() {
    stacks.clear();
    classes.clear();
    Arrays.fill(recordedThreads, null);
  }

  Stack stack(RecordedStackTrace recorded) {
    if (recorded == null) {
      return Stack.NONE;
    }
    Stack known = stacks.get(recorded);
    if (known == null) {
      known = shared.of(recorded);
      stacks.put(recorded, known);
    }
    return known;
  }

  Stack stack(String frames) {
    return shared.ofText(frames);
  }

  /** Binary name of a class; empty for none. */
  String className(RecordedClass recorded) {
    return recorded == null ? "" : classes.computeIfAbsent(recorded, RecordedClass::getName);
  }

  ThreadRef thread(RecordedThread recorded) {
    if (recorded == null) {
      return ThreadRef.UNKNOWN;
    }
    int slot = System.identityHashCode(recorded) & (THREADS - 1);
    if (recordedThreads[slot] != recorded) {
      recordedThreads[slot] = recorded;
      threads[slot] =
          new ThreadRef(
              Fields.number(recorded, "javaThreadId"),
              Fields.text(recorded, "javaName"),
              recorded.isVirtual());
    }
    return threads[slot];
  }
}

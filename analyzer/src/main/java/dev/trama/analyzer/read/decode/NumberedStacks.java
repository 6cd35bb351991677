package dev.trama.analyzer.read.decode;

import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.read.file.Chunk;
import dev.trama.analyzer.read.parse.ChunkVisitor;
import dev.trama.analyzer.read.parse.Constants;
import dev.trama.analyzer.read.parse.EventHandler;
import dev.trama.analyzer.read.parse.ParallelReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stacks that the agent numbered. It writes each once in every chunk that names it, so a chunk
 * is complete by itself; where a part of the recording is missing, another chunk may still have it.
 */
public final class NumberedStacks {
  private final List<Chunk> chunks;
  private final StackPool shared;
  private final Map<Long, Stack> known = new ConcurrentHashMap<>();
  private boolean complete;

  public NumberedStacks(List<Chunk> chunks, StackPool shared) {
    this.chunks = List.copyOf(chunks);
    this.shared = shared;
  }

  void learn(long number, Stack stack) {
    known.put(number, stack);
  }

  /** The stack, or {@link Stack#NONE} when no chunk has the number. */
  Stack find(long number) {
    if (number == 0) {
      return Stack.NONE;
    }
    Stack stack = known.get(number);
    if (stack == null) {
      complete();
      stack = known.getOrDefault(number, Stack.NONE);
    }
    return stack;
  }

  /** Looks through all chunks, including those that others have not reached yet. */
  private synchronized void complete() {
    if (!complete) {
      complete = true;
      ParallelReader.read(chunks, StacksOnly::new);
    }
  }

  private final class StacksOnly implements ChunkVisitor {
    private final ChunkPool pool = new ChunkPool(shared, NumberedStacks.this);

    @Override
    public Map<String, EventHandler> handlers() {
      return Map.of(StackFields.EVENT, StackFields.handler(pool));
    }

    @Override
    public void begin(Constants constants) {
      pool.begin(constants);
    }

    /** The numbered stacks come first. */
    @Override
    public boolean wantsMore() {
      return false;
    }

    @Override
    public void end() {}
  }
}

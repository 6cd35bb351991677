package dev.trama.agent.watch;

import dev.trama.probe.OngoingAwaits;
import java.util.HashMap;
import java.util.Map;

/**
 * The kind of each stack that was seen suspended, by the stack's number. New stacks are walked, for
 * a limited time in each round: until its turn in a later round, a stack has the kind that is known
 * without it.
 */
final class StackKinds {
  private static final int MAX_KNOWN = 1 << 17;
  private static final long NANOS_A_ROUND = 10_000_000;

  private final AwaitKinds kinds = AwaitKinds.standard();
  private final Map<Long, AwaitKinds.Kind> known = new HashMap<>();
  private long leftNanos;

  void beginRound() {
    leftNanos = NANOS_A_ROUND;
    if (known.size() > MAX_KNOWN) {
      known.clear();
    }
  }

  AwaitKinds.Kind of(OngoingAwaits at) {
    long stack = at.stack();
    AwaitKinds.Kind kind = stack == 0 ? null : known.get(stack);
    if (kind != null) {
      return kind;
    }
    kind = kinds.withoutStack(at.kind(), at.isTimed(), at.awaitable());
    if (leftNanos <= 0 || !at.kind().equals("park")) {
      return kind;
    }
    long before = System.nanoTime();
    StackTraceElement[] walked = at.walk();
    leftNanos -= System.nanoTime() - before;
    if (walked.length > 0) {
      kind = kinds.of(at.kind(), at.isTimed(), at.awaitable(), walked);
      if (stack != 0) {
        known.put(stack, kind);
      }
    }
    return kind;
  }
}

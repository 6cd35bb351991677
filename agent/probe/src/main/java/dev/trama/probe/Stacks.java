package dev.trama.probe;

import dev.trama.probe.stack.FrozenStack;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each await its stack. As soon as a thread has given up its carrier, the fingerprint of its
 * frozen stack is looked up, which costs some hundred nanoseconds ({@link #frozen}). Only a stack
 * that is new in its chunk is walked and written, by the thread itself when it runs again: the same
 * frames stand below it then. Of the stacks that were recognised, the first and then one in four
 * thousand are walked as well and compared.
 *
 * <p>Without fingerprints each await is walked, as far as {@link StackBudget} allows.
 */
public final class Stacks {
  /** A power of two; tests set 1, to verify all. */
  private static final int VERIFY_ONE_IN = Integer.getInteger("dev.trama.verifyOneIn", 4_096);

  private static final String SUSPENDING_CLASS = "java.lang.VirtualThread";

  /** Numbers of stacks that were not recognised begin here, apart from those of known stacks. */
  private static final long FIRST_UNRECOGNISED = 1L << 48;

  private static final AtomicLong lastUnrecognised = new AtomicLong(FIRST_UNRECOGNISED);

  private static volatile FrozenStack reader;

  /** Whether each await of a park, sleep or yield has JFR's own stack. */
  private static volatile boolean areJfrs;

  /** Counts the chunks; see {@link KnownStacks.Table#writtenIn}. */
  private static volatile int chunk = 1;

  private Stacks() {}

  /** Recognises stacks by their fingerprints from now on. */
  public static void recogniseWith(FrozenStack frozenStack) {
    reader = frozenStack;
  }

  /** Leaves the stacks of parks, sleeps and yields to JFR, which takes one with each event. */
  public static void leaveToJfr() {
    areJfrs = true;
  }

  /** Undoes both: the next recording may need its stacks in another way. */
  static void reset() {
    reader = null;
    areJfrs = false;
    KnownStacks.forget();
  }

  /** Begins a chunk, in which no stack has been written yet. */
  static synchronized void beginChunk() {
    int next = chunk + 1;
    chunk = next;
  }

  static int chunk() {
    return chunk;
  }

  /** Called by {@code afterYield}, on the carrier, before any other thread can resume this one. */
  public static void frozen(Thread thread) {
    MountedThreads.unmounts(Thread.currentThread());
    FrozenStack stacks = reader;
    if (stacks == null) {
      return;
    }
    try {
      OngoingAwait await = SuspendedThreads.find(thread);
      if (await != null && !(areJfrs && await instanceof AwaitEvent)) {
        long fingerprint = stacks.fingerprint(thread);
        if (fingerprint != 0) {
          KnownStacks.name(await, fingerprint);
        }
      }
    } catch (Throwable failure) {
      Counters.PROBE_FAILURES.increment(thread.threadId());
    }
  }

  /** Whether the stack that an await names is in this chunk and need not be verified. */
  static boolean isSettled(OngoingAwait await) {
    KnownStacks.Table table = await.knownStacks;
    int slot = KnownStacks.slotOf(await);
    if (slot < 0 || table.writtenIn[slot] != chunk) {
      return false;
    }
    int times = ++table.recognised[slot];
    return times != 1 && (times & (VERIFY_ONE_IN - 1)) != 0;
  }

  /** Whether the budget allows walking the stack of an await that is not settled. */
  static boolean mayWalk(OngoingAwait await, long nowNanos) {
    if (KnownStacks.slotOf(await) < 0) {
      return StackBudget.allowsUnrecognised(
          nowNanos - await.sinceNanos, await.suspended.threadId());
    }
    return isWritten(await) ? StackBudget.allowsMore() : StackBudget.allowsNew();
  }

  /** Whether the stack that the await names is in this chunk. */
  static boolean isWritten(OngoingAwait await) {
    KnownStacks.Table table = await.knownStacks;
    int slot = KnownStacks.slotOf(await);
    return slot >= 0 && table != null && table.writtenIn[slot] == chunk;
  }

  /**
   * Walks and writes the stack of the thread that calls this, which is the await's, as far as the
   * budget allows; called only if it is not settled.
   *
   * @param nowNanos when the thread ran again
   */
  static void settle(AwaitEvent await, long nowNanos) {
    if (areJfrs) {
      return;
    }
    long id = await.suspended.threadId();
    if (mayWalk(await, nowNanos)) {
      write(await);
      StackBudget.spent(System.nanoTime() - nowNanos, id);
    } else if (!isWritten(await)) {
      Counters.WITHOUT_STACK.increment(id);
    }
  }

  private static void write(AwaitEvent await) {
    if (await.knownStacks == null) {
      await.stack = lastUnrecognised.incrementAndGet();
    } else if (isKnownToBe(await, contentOf(new Throwable().getStackTrace(), true))) {
      return;
    }
    commit(await, null);
  }

  /** Writes the await's stack, which another thread walked. */
  static void write(OngoingAwait await, StackTraceElement[] stack) {
    if (await.knownStacks == null) {
      await.stack = lastUnrecognised.incrementAndGet();
    } else if (isKnownToBe(await, contentOf(stack, false))) {
      return;
    }
    commit(await, Frames.format(stack));
  }

  /**
   * Writes the stack of a thread that is still suspended. Its content is not compared, because
   * {@link Thread#getStackTrace} shows other frames on top than the methods above.
   */
  static void writeOfSuspended(OngoingAwait await, StackTraceElement[] stack) {
    if (await.stack == 0) {
      await.stack = lastUnrecognised.incrementAndGet();
    }
    commit(await, Frames.format(stack));
  }

  /** Commits the await's stack: as text, or with null the caller's own. */
  private static void commit(OngoingAwait await, String frames) {
    int before = chunk; // what is written while a chunk begins may be in the one before
    StackEvent event = new StackEvent();
    event.number = await.stack;
    event.frames = frames;
    event.commit();
    markWritten(await, before);
  }

  /** A number that no other stack has. */
  static long nextNumber() {
    return lastUnrecognised.incrementAndGet();
  }

  /** Writes a stack as text. */
  static void write(long number, String frames) {
    StackEvent event = new StackEvent();
    event.number = number;
    event.frames = frames;
    event.commit();
  }

  /**
   * Writes the caller's stack under a number of its own, and returns the number; 0 when JFR takes
   * the stack.
   */
  static long writeOwn() {
    if (areJfrs) {
      return 0;
    }
    StackEvent event = new StackEvent();
    event.number = lastUnrecognised.incrementAndGet();
    event.commit();
    return event.number;
  }

  /**
   * Compares a walked stack with what its number stands for. When they differ, all fingerprints are
   * forgotten and the await gets a number of its own.
   *
   * @return whether it is the same, and is in this chunk already
   */
  private static boolean isKnownToBe(OngoingAwait await, int content) {
    KnownStacks.Table table = await.knownStacks;
    int slot = KnownStacks.slotOf(await);
    int known = table.contents[slot];
    if (known == 0) {
      table.contents[slot] = content;
      return false;
    }
    if (known == content) {
      return table.writtenIn[slot] == chunk;
    }
    Counters.STACK_MISMATCHES.increment(await.stack);
    forget();
    await.knownStacks = null;
    await.stack = lastUnrecognised.incrementAndGet();
    return false;
  }

  private static void markWritten(OngoingAwait await, int in) {
    KnownStacks.Table table = await.knownStacks;
    int slot = KnownStacks.slotOf(await);
    if (slot >= 0 && table != null) {
      table.writtenIn[slot] = in;
    }
  }

  /**
   * Hash of the frames below the probes' own, never 0.
   *
   * @param mounted whether the probes' own frames are on top
   */
  private static int contentOf(StackTraceElement[] stack, boolean mounted) {
    int from = 0;
    while (mounted && from < stack.length && isProbes(stack[from])) {
      from++;
    }
    int hash = 1;
    for (int i = from; i < stack.length; i++) {
      hash = 31 * hash + stack[i].getClassName().hashCode();
      hash = 31 * hash + stack[i].getMethodName().hashCode();
      hash = 31 * hash + stack[i].getLineNumber();
    }
    return hash == 0 ? 1 : hash;
  }

  private static boolean isProbes(StackTraceElement frame) {
    return !frame.getClassName().equals(SUSPENDING_CLASS);
  }

  /** Called by the recorder's thread, once a second. */
  static void maintain() {
    FrozenStack stacks = reader;
    if (stacks != null) {
      if (!stacks.isCurrent()) {
        forget();
      }
      KnownStacks.makeRoom();
    }
  }

  private static void forget() {
    FrozenStack stacks = reader;
    if (stacks != null) {
      stacks.forget();
    }
    KnownStacks.forget();
  }
}

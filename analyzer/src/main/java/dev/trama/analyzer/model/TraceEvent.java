package dev.trama.analyzer.model;

/**
 * The events that a reader takes from a recording, in no particular order. Analyses whose memory
 * must not grow with the recording fold over these; the others build a {@link Recording}.
 */
public sealed interface TraceEvent {
  /** An await that ended. */
  record Awaited(ThreadRef task, Await await) implements TraceEvent {}

  /**
   * An await that had not ended at {@code atNanos}, the end of a chunk.
   *
   * @param owner the thread that held the lock awaited; unknown when the JDK does not say
   */
  record StillAwaiting(ThreadRef task, Await await, ThreadRef owner, long atNanos)
      implements TraceEvent {}

  record Woke(Wake wake) implements TraceEvent {}

  record Spawned(ThreadRef child, Spawn spawn) implements TraceEvent {}

  /** The task ran for the first time. */
  record Started(ThreadRef task, long atNanos) implements TraceEvent {}

  record Ended(ThreadRef task, long atNanos) implements TraceEvent {}

  /** The JDK's own report of a pinned thread, the only one with the reason. */
  record PinnedBecause(ThreadRef task, long startNanos, long endNanos, String reason, Stack stack)
      implements TraceEvent {}

  /** What a thread, virtual or not, worked on for a time. */
  record Worked(ThreadRef thread, Context context) implements TraceEvent {}

  /**
   * @param parallelism how many carriers the scheduler aims to keep busy; 0 when unknown
   */
  record Agent(String version, String options, String hooks, String missingHooks, int parallelism)
      implements TraceEvent {}

  record Counted(Completeness completeness) implements TraceEvent {}
}

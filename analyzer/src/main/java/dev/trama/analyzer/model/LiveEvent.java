package dev.trama.analyzer.model;

/** What a live view hears of a program, in about the order of time. */
public sealed interface LiveEvent {
  /** What the number stands for. */
  record Named(long stack, Stack frames) implements LiveEvent {}

  /** An await that ended. */
  record Resumed(long task, String name, How how, long durationNanos, long readyNanos, Waker waker)
      implements LiveEvent {}

  /**
   * In which way tasks are suspended.
   *
   * @param stack number of the stack; 0 when unknown
   */
  record How(AwaitKind kind, boolean timed, Awaitable awaitable, long stack) {}

  record Started(long task) implements LiveEvent {}

  record Ended(long task) implements LiveEvent {}

  record Born(ThreadRef child, ThreadRef parent) implements LiveEvent {}

  /**
   * How many are suspended in one way at this moment.
   *
   * @param look events of the same moment have the same number
   * @param longest the one of them that has been suspended for longest
   */
  record Waiting(
      long look, How how, long awaiting, long ready, long longestNanos, ThreadRef longest)
      implements LiveEvent {}

  /**
   * What a carrier runs at this moment.
   *
   * @param task unknown when it runs none
   */
  record Running(String carrier, ThreadRef task, long forNanos) implements LiveEvent {}

  /** The agent's counters. */
  record Counted(long lost, long probeFailures) implements LiveEvent {}

  /** All that belongs to this moment has been told. */
  record Passed(long atNanos) implements LiveEvent {}
}

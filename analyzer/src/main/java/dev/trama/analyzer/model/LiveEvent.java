package dev.trama.analyzer.model;

/** What a live view receives from a program, roughly in order of time. */
public sealed interface LiveEvent {
  /** The stack that a number stands for. */
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

  /** A thread that woke another, by its name. */
  record Woke(ThreadRef waker) implements LiveEvent {}

  record Started(long task) implements LiveEvent {}

  record Ended(long task) implements LiveEvent {}

  record Born(ThreadRef child, ThreadRef parent) implements LiveEvent {}

  /**
   * How many are suspended in one way at this moment.
   *
   * @param look events of the same moment have the same number
   * @param longest the thread among them that has been suspended for longest
   */
  record Waiting(
      long look, How how, long awaiting, long ready, long longestNanos, ThreadRef longest)
      implements LiveEvent {}

  /**
   * One of the tasks that are suspended for longest in one way.
   *
   * @param owner owner of the lock that is awaited; 0 when unknown
   * @param wokenBy id of the waker; 0 when it has not been woken
   */
  record WaitingTask(long look, ThreadRef task, How how, long nanos, long owner, long wokenBy)
      implements LiveEvent {}

  /**
   * What a carrier runs at this moment.
   *
   * @param task unknown when it runs none
   * @param blocked whether the task is suspended and keeps the carrier
   */
  record Running(String carrier, ThreadRef task, long forNanos, boolean blocked)
      implements LiveEvent {}

  /**
   * The task that is open in a live view, at this moment.
   *
   * @param viewer process id of the live view
   * @param nanos how long it has been suspended
   */
  record Chosen(
      long viewer,
      ThreadRef task,
      State state,
      How how,
      long nanos,
      long owner,
      long wokenBy,
      Stack stack)
      implements LiveEvent {}

  /** The state of a task. */
  enum State {
    RUNNING,
    READY,
    AWAITING,
    ENDED,
    /** There is no such task, or it has not been found yet. */
    GONE
  }

  /** The agent's counters. */
  record Counted(long lost, long probeFailures) implements LiveEvent {}

  /** Everything that belongs to this moment has been sent. */
  record Passed(long atNanos) implements LiveEvent {}
}
